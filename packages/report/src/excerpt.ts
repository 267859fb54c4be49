/** First `length` code points of a text, outer blanks removed, with 「…」 where something was cut. */
export function opening(text: string, length: number): string {
	const trimmed = text.slice(0, length * 8 + 64).trim();
	const points = Array.from(trimmed);
	return points.length > length ? `${points.slice(0, length).join('')}…` : trimmed;
}

/** The stretch start..end of a text with up to `around` code points either side: before, hit, after, cut marks included. */
export function surroundings(
	text: string,
	start: number,
	end: number,
	around: number,
): { readonly before: string; readonly hit: string; readonly after: string } {
	const before = Array.from(text.slice(Math.max(0, start - around * 2), start));
	const hit = Array.from(text.slice(start, Math.min(end, start + 400)));
	const after = Array.from(text.slice(end, end + around * 2));
	const cutBefore = before.length > around || start > around * 2;
	const cutAfter = after.length > around || text.length > end + around * 2;
	return {
		before: (cutBefore ? '…' : '') + before.slice(-around).join(''),
		hit: hit.length > 40 ? `${hit.slice(0, 28).join('')}……${hit.slice(-8).join('')}` : hit.join(''),
		after: after.slice(0, around).join('') + (cutAfter ? '…' : ''),
	};
}
