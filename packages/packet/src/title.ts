/** Whether a title in a text is that of a material: 《审计工作报告》 beside the number of 《关于2025年度…的审计工作报告》. */

/** How well a short title fits a full one: 3 the same, 2 a part of it, 1 its characters in order, 0 not at all. */
export type TitleFit = 0 | 1 | 2 | 3;

/** Title without blanks, brackets, quotation marks and 草案; half-width letters and digits stay as they are. */
export function plainTitle(title: string): string {
	return title.replace(/[\s\u3000《》〈〉“”‘’"'「」（）()、，,。：:]/gu, '').replace(/草案/gu, '');
}

function inOrder(short: string, long: string): boolean {
	let at = 0;
	for (const character of short) {
		const found = long.indexOf(character, at);
		if (found < 0) return false;
		at = found + character.length;
	}
	return true;
}

/** Fit of a title as cited to one as listed. Two characters in order prove nothing; four do (审计报告). */
export function titleFit(cited: string, listed: string): TitleFit {
	const short = plainTitle(cited);
	const long = plainTitle(listed);
	if (short === '' || long === '') return 0;
	if (short === long) return 3;
	if (short.length >= 4 && (long.includes(short) || (long.length >= 6 && short.includes(long)))) return 2;
	return short.length >= 4 && inOrder(short, long) ? 1 : 0;
}

/** Fit to the best of several titles of one thing: that of the manifest and that in the document. */
export function bestFit(cited: string, titles: readonly string[]): TitleFit {
	let best: TitleFit = 0;
	for (const title of titles) {
		const fit = titleFit(cited, title);
		if (fit > best) best = fit;
	}
	return best;
}
