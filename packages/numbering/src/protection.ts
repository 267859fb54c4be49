/** Stretches of a paragraph whose references are not ours to change: quotations, and titles in 《》. */

/** A quotation or a title; `open` when its closing mark is missing and the stretch runs to the end of the paragraph. */
export interface Zone {
	readonly kind: 'quotation' | 'title';
	readonly start: number;
	readonly end: number;
	readonly open: boolean;
}

const closing: Readonly<Record<string, string>> = { '“': '”', '「': '」', '『': '』', '‘': '’', '《': '》' };

/** Marks that open a zone; most texts have none. */
const opening = /[“「『‘《"]/;
const none: readonly Zone[] = [];

/** One of “ 「 『 ‘ 《 and ". */
function isOpening(code: number): boolean {
	return code === 0x201c || code === 0x300c || code === 0x300e || code === 0x2018 || code === 0x300a || code === 0x22;
}

/** Outermost quotations (“” ‘’ 「」 『』 "") and titles (《》) of a text, in order. Linear in the text. */
export function scanZones(text: string): readonly Zone[] {
	if (text.search(opening) < 0) return none;
	const zones: Zone[] = [];
	const lastClose = new Map<string, number>();
	for (let at = 0; at < text.length; ) {
		if (!isOpening(text.charCodeAt(at))) {
			at += 1;
			continue;
		}
		const open = text.charAt(at);
		const close = open === '"' ? '"' : (closing[open] ?? open);
		if (!lastClose.has(close)) lastClose.set(close, text.lastIndexOf(close));
		const end = at < (lastClose.get(close) ?? -1) ? closeOf(text, at, open, close) : -1;
		const kind = open === '《' ? 'title' : 'quotation';
		// An unclosed 《 or " is a slip of the pen that must not hide what follows; an unclosed “ may go on in the next paragraph.
		if (end < 0 && (kind === 'title' || open === '"' || open === '‘')) {
			at += 1;
			continue;
		}
		zones.push({ kind, start: at, end: end < 0 ? text.length : end, open: end < 0 });
		if (end < 0) break;
		at = end;
	}
	return zones;
}

/** Titles and inner quotations are short; the bound keeps a text of nothing but opening marks cheap. */
const farthest = 400;

function closeOf(text: string, at: number, open: string, close: string): number {
	let depth = 0;
	const short = open === '《' || open === '‘';
	const limit = short ? Math.min(text.length, at + farthest) : text.length;
	for (let index = at; index < limit; index++) {
		const character = text[index];
		if (character === close && (open !== close || index > at)) {
			depth -= 1;
			if (depth <= 0) return index + 1;
		} else if (character === open) depth += 1;
	}
	return -1;
}

/** The zone that holds the offset, by binary search. */
export function zoneAt(zones: readonly Zone[], at: number): Zone | null {
	let low = 0;
	let high = zones.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const zone = zones[middle];
		if (zone === undefined || at < zone.start) high = middle - 1;
		else if (at >= zone.end) low = middle + 1;
		else return zone;
	}
	return null;
}

/** Offset of the first character of the clause that holds `at`: behind the last ，。；：！？（ and the like. */
export function clauseStart(text: string, at: number, marks = '，。；：！？,;:!?（(\n\f'): number {
	let start = at;
	while (start > 0 && at - start < farthest && !marks.includes(text.charAt(start - 1))) start -= 1;
	return start;
}
