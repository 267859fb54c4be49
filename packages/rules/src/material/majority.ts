/** The form that most papers of a packet have. */

/** The most frequent key, the earlier one when two are equally frequent; null for an empty list. */
export function majority(keys: readonly string[]): string | null {
	const counts = new Map<string, number>();
	for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
	let best: string | null = null;
	for (const [key, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = key;
	return best;
}
