/** Plain Chinese text shortened before remark sees it: remark looks at each character, and none of these means anything to it. */

/** A run that was shortened: where its stand-in stands in the short text, and what it stands for. */
interface Cut {
	readonly at: number;
	readonly text: string;
}

/** A text with its long runs of Chinese characters shortened. */
export interface Shortened {
	readonly text: string;
	readonly cuts: readonly Cut[];
}

/** Stands for the middle of a run: a private-use character, which remark takes for a letter as it does those around it. */
const STAND_IN = '\uf8ff';

/** Kept at each end of a run, because remark asks what stands beside a mark. */
const KEPT = 2;

/** Han, kana, Chinese and full-width punctuation: neither ASCII nor blank nor half of a pair. */
const RUN = /[\u2e80-\u2fff\u3001-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff01-\uffee]{9,}/g;

/** Marks whose content remark compares or keeps apart from the text: references, targets, tags, addresses, code. */
const DELICATE = /[[\]<`&\\@~]|:\/\/|www\./i;

/** Texts in which a reference may reach over lines. */
const REFERENCES = /\]:|\]\(|\]\[|!\[/;

/**
 * Shortens the runs of a text, or answers null where that could change the reading or is not worth it. Lines and their
 * ends stay, so that a place in the short text is a place in the long one with the cuts before it added.
 */
export function shorten(text: string): Shortened | null {
	if (text.includes(STAND_IN) || REFERENCES.test(text)) return null;
	const cuts: Cut[] = [];
	let short = '';
	let copied = 0;
	for (let at = 0; at < text.length; ) {
		const newline = text.indexOf('\n', at);
		const end = newline < 0 ? text.length : newline + 1;
		const line = text.slice(at, end);
		if (!DELICATE.test(line)) {
			RUN.lastIndex = 0;
			for (let match = RUN.exec(line); match !== null; match = RUN.exec(line)) {
				const from = at + match.index + KEPT;
				const to = at + match.index + match[0].length - KEPT;
				short += text.slice(copied, from);
				cuts.push({ at: short.length, text: text.slice(from, to) });
				short += STAND_IN;
				copied = to;
			}
		}
		at = end;
	}
	return cuts.length === 0 ? null : { text: short + text.slice(copied), cuts };
}

/** Index of the first cut at or behind a place of the short text. */
function firstCut(cuts: readonly Cut[], at: number): number {
	let low = 0;
	let high = cuts.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((cuts[middle]?.at ?? 0) < at) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Offsets of the long text by those of the short one. */
export function longOffsets({ cuts }: Shortened): (at: number) => number {
	// What the cuts before each one took away.
	const taken: number[] = [0];
	for (const cut of cuts) taken.push((taken.at(-1) ?? 0) + cut.text.length - STAND_IN.length);
	return (at) => at + (taken[firstCut(cuts, at)] ?? 0);
}

/** A value of a node that begins at `at` of the short text, as it stands in the long one. */
export function longValue({ cuts }: Shortened, value: string, at: number): string {
	if (!value.includes(STAND_IN)) return value;
	let next = firstCut(cuts, at);
	let long = '';
	let copied = 0;
	for (let found = value.indexOf(STAND_IN); found >= 0; found = value.indexOf(STAND_IN, copied)) {
		long += value.slice(copied, found) + (cuts[next]?.text ?? STAND_IN);
		copied = found + STAND_IN.length;
		next += 1;
	}
	return long + value.slice(copied);
}
