/** The wording of a paper that a person signs: every visible character, not how it looks (packets.md §5.6). */

import type { Doc } from '@bianxu/model';
import { commonOrder } from '../reprint/compare.ts';

/**
 * Lines of the wording: each paragraph with text, its automatic label in front, its place (body, footnote, cell …) and the
 * objects in it. `pictures` are fingerprints of what is not text. Empty paragraphs and formats are no wording.
 */
export function wordingLines(doc: Doc, pictures: readonly string[]): readonly string[] {
	const lines = doc.paragraphs.flatMap(({ where, text, label, cell, objects }) => {
		if (text === '' && objects.length === 0) return [];
		const place = cell === null ? where : `${where} ${cell.row}:${cell.column}`;
		return [`${place}\t${label?.text ?? ''}\t${objects.join(',')}\t${text}`];
	});
	return [...lines, ...pictures.map((print) => `picture\t\t\t${print}`)];
}

/** One place where two wordings differ: the words before and after, and some text around them. */
export interface WordingChange {
	readonly from: string;
	readonly to: string;
	readonly before: string;
	readonly after: string;
}

const around = 8;
/** A text may hold tabs itself: it is all that stands behind the third. */
const textIn = (line: string): string => line.split('\t').slice(3).join('\t');

/** Where the new wording differs from the old one, in order: the words that changed, not whole paragraphs. */
export function wordingChanges(old: readonly string[], next: readonly string[]): readonly WordingChange[] {
	const kept = commonOrder(old, next);
	const found: WordingChange[] = [];
	let from = 0;
	let fresh: string[] = [];
	const close = (until: number): void => {
		const gone = old.slice(from, until);
		for (let at = 0; at < Math.max(gone.length, fresh.length); at++) {
			found.push(changeOf(textIn(gone[at] ?? ''), textIn(fresh[at] ?? '')));
		}
		fresh = [];
	};
	next.forEach((line, at) => {
		const pair = kept[at] ?? null;
		if (pair === null) {
			fresh.push(line);
			return;
		}
		close(pair);
		from = pair + 1;
	});
	close(old.length);
	return found;
}

function changeOf(old: string, next: string): WordingChange {
	const a = Array.from(old);
	const b = Array.from(next);
	let start = 0;
	while (start < a.length && start < b.length && a[start] === b[start]) start++;
	let endA = a.length;
	let endB = b.length;
	while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
		endA--;
		endB--;
	}
	return {
		from: a.slice(start, endA).join(''),
		to: b.slice(start, endB).join(''),
		before: b.slice(Math.max(0, start - around), start).join(''),
		after: b.slice(endB, endB + around).join(''),
	};
}

/** The first changes in words: 「……情况[甲→乙]如上……」. */
export function wordingChangeText(changes: readonly WordingChange[], most = 3): string {
	const shown = changes.slice(0, most).map(({ from, to, before, after }) => {
		const what = from === '' ? `增「${to}」` : to === '' ? `删「${from}」` : `「${from}」改为「${to}」`;
		return before === '' && after === '' ? what : `${before}▲${after}处${what}`;
	});
	const rest = changes.length - shown.length;
	return shown.join('；') + (rest > 0 ? `；另有${rest}处` : '');
}
