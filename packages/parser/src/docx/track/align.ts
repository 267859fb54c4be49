/** One step through two sequences: an entry of both, of the old one only, or of the new one only. */
export type Step =
	| { readonly kind: 'both'; readonly old: number; readonly new: number }
	| { readonly kind: 'old'; readonly old: number }
	| { readonly kind: 'new'; readonly new: number };

/** Beyond this many differences the middle is taken as replaced whole: a comparison nobody could read costs its square. */
const MOST_DIFFERENCES = 800;

/**
 * Steps from one sequence of keys to another with the fewest entries left alone (E. Myers, An O(ND) Difference
 * Algorithm, 1986), removals before insertions at one place. Deterministic.
 */
export function align(before: readonly string[], after: readonly string[]): readonly Step[] {
	let head = 0;
	while (head < before.length && head < after.length && before[head] === after[head]) head++;
	let tail = 0;
	while (
		tail < before.length - head &&
		tail < after.length - head &&
		before[before.length - 1 - tail] === after[after.length - 1 - tail]
	) {
		tail++;
	}
	const steps: Step[] = [];
	for (let i = 0; i < head; i++) steps.push({ kind: 'both', old: i, new: i });
	const [oldEnd, newEnd] = [before.length - tail, after.length - tail];
	steps.push(...middle(before.slice(head, oldEnd), after.slice(head, newEnd), head));
	for (let i = 0; i < tail; i++) steps.push({ kind: 'both', old: oldEnd + i, new: newEnd + i });
	return steps;
}

function middle(a: readonly string[], b: readonly string[], offset: number): readonly Step[] {
	const trace = a.length === 0 || b.length === 0 ? null : furthest(a, b);
	const steps: Step[] = [];
	if (trace === null) {
		for (let i = 0; i < a.length; i++) steps.push({ kind: 'old', old: offset + i });
		for (let i = 0; i < b.length; i++) steps.push({ kind: 'new', new: offset + i });
		return steps;
	}
	let [x, y] = [a.length, b.length];
	for (let d = trace.length - 1; d >= 0; d--) {
		const row = trace[d] as Int32Array;
		const at = (diagonal: number): number => row[diagonal + d + 1] ?? -1;
		const k = x - y;
		const from = k === -d || (k !== d && at(k - 1) < at(k + 1)) ? k + 1 : k - 1;
		const fromX = d === 0 ? 0 : at(from);
		const fromY = d === 0 ? 0 : fromX - from;
		while (x > fromX && y > fromY) steps.push({ kind: 'both', old: offset + --x, new: offset + --y });
		if (d === 0) break;
		if (x === fromX) steps.push({ kind: 'new', new: offset + --y });
		else steps.push({ kind: 'old', old: offset + --x });
	}
	return ordered(steps.reverse());
}

/** Furthest x on each diagonal before step d, for every d; null when there are more differences than are looked for. */
function furthest(a: readonly string[], b: readonly string[]): readonly Int32Array[] | null {
	const most = Math.min(a.length + b.length, MOST_DIFFERENCES);
	const trace: Int32Array[] = [];
	let row = new Int32Array(3).fill(-1);
	for (let d = 0; d <= most; d++) {
		// Row d holds diagonals -d-1 … d+1 as they stood after step d-1.
		trace.push(row);
		const next = new Int32Array(2 * d + 5).fill(-1);
		for (let k = -d; k <= d; k += 2) {
			const at = (diagonal: number): number => row[diagonal + d + 1] ?? -1;
			let x = d === 0 ? 0 : k === -d || (k !== d && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
			let y = x - k;
			while (x < a.length && y < b.length && a[x] === b[y]) {
				x++;
				y++;
			}
			next[k + d + 2] = x;
			if (x >= a.length && y >= b.length) return trace;
		}
		row = next;
	}
	return null;
}

/** Within each stretch of differences removals come first. */
function ordered(steps: readonly Step[]): readonly Step[] {
	const out: Step[] = [];
	let added: Step[] = [];
	for (const step of steps) {
		if (step.kind === 'new') added.push(step);
		else if (step.kind === 'old') out.push(step);
		else {
			out.push(...added, step);
			added = [];
		}
	}
	return [...out, ...added];
}
