/**
 * Point pages (点页): what overflows goes on a page of its own (6-1) behind the sheets that changed, so that the pages
 * behind keep their place (packets.md §3, looseleaf).
 */

import type { Frame, FrameItem, SideHash, TextItem } from '@bianxu/model';
import { bodyText, sameSide, sideOf, type TextHash } from './sides.ts';

export interface PointPages {
	/** First and last page that is exchanged, from 1; a sheet's front and a sheet's back. */
	readonly first: number;
	readonly last: number;
	/** New pages in order: those of the exchanged sheets, then the point pages. */
	readonly frames: readonly Frame[];
	/** Labels of the point pages, "6-1". */
	readonly labels: readonly string[];
	/** Sheets to print. */
	readonly sheets: number;
}

/**
 * The exchange of the fewest sheets that leaves all later pages of a loose paper as they are; null when there is none:
 * nothing overflows, the text behind does not come together again, or a table would be cut.
 */
export function pointPages(
	old: readonly SideHash[],
	next: readonly Frame[],
	hash: TextHash,
	duplex: boolean,
): PointPages | null {
	const sides = next.map((frame) => sideOf(frame, hash));
	let same = 0;
	while (same < old.length && same < sides.length && sameSideAt(old, sides, same)) same++;
	if (same >= old.length || same >= sides.length) return null;
	const perSheet = duplex ? 2 : 1;
	const first = Math.floor(same / perSheet) * perSheet;
	const words = next.map(bodyText);
	const all = words.join('');
	for (let back = first + perSheet; back < old.length; back += perSheet) {
		const cut = suffixStart(old, back, all, hash);
		if (cut === null) continue;
		const kept = cutFrames(next, words, first, cut);
		if (kept === null) return null;
		const extra = kept.length - (back - first);
		if (extra <= 0) return null;
		const labels = Array.from({ length: extra }, (_, at) => `${back}-${at + 1}`);
		const frames = kept.map((frame, at) => {
			const label = labels[at - (back - first)];
			return label === undefined ? frame : relabelled(frame, label);
		});
		return {
			first: first + 1,
			last: back,
			frames,
			labels,
			sheets: (back - first) / perSheet + Math.ceil(extra / perSheet),
		};
	}
	return null;
}

function sameSideAt(old: readonly SideHash[], next: readonly SideHash[], at: number): boolean {
	const a = old[at];
	const b = next[at];
	return a !== undefined && b !== undefined && sameSide(a, b);
}

/** Offset in the new text where the old pages from index `back` on begin word for word; null when they are not its end. */
function suffixStart(old: readonly SideHash[], back: number, all: string, hash: TextHash): number | null {
	const rest = old.slice(back);
	let at = all.length - rest.reduce((sum, { length }) => sum + length, 0);
	if (at < 0) return null;
	const start = at;
	for (const { text, length } of rest) {
		if (hash(all.slice(at, at + length)).slice(0, text.length) !== text) return null;
		at += length;
	}
	return start;
}

/**
 * Index of the first new page from which on all words stood in the old print in the same order, only elsewhere: what was
 * pushed and not changed. The number of new pages when there is none.
 */
export function pushedFrom(old: readonly SideHash[], next: readonly Frame[], hash: TextHash): number {
	const words = next.map(bodyText);
	const all = words.join('');
	for (let back = 1; back < old.length; back++) {
		const cut = suffixStart(old, back, all, hash);
		if (cut === null) continue;
		let at = 0;
		const found = words.findIndex((text) => {
			const begins = at >= cut;
			at += text.length;
			return begins;
		});
		return found < 0 ? next.length : found;
	}
	return next.length;
}

/** New pages from index `first` on up to the offset `cut`, the last one with its lines before it; null when a line or a table would be cut. */
function cutFrames(
	next: readonly Frame[],
	words: readonly string[],
	first: number,
	cut: number,
): readonly Frame[] | null {
	const kept: Frame[] = [];
	let at = words.slice(0, first).reduce((sum, text) => sum + text.length, 0);
	for (let index = first; index < next.length && at < cut; index++) {
		const frame = next[index];
		const length = words[index]?.length ?? 0;
		if (frame === undefined) return null;
		if (at + length <= cut) kept.push(frame);
		else {
			const part = firstLines(frame, cut - at);
			if (part === null) return null;
			kept.push(part);
		}
		at += length;
	}
	return kept;
}

const isFurniture = (item: FrameItem): boolean =>
	item.kind === 'text' &&
	((item.role as string | undefined) === 'page-number' || (item.role as string | undefined) === 'page-furniture');

function firstLines(frame: Frame, length: number): Frame | null {
	if (frame.items.some(({ kind }) => kind !== 'text')) return null;
	const items: FrameItem[] = [];
	let at = 0;
	let lastLine = Number.NEGATIVE_INFINITY;
	for (const item of frame.items) {
		if (item.kind !== 'text') continue;
		if (isFurniture(item)) {
			items.push(item);
			continue;
		}
		if (at < length) {
			if (at + item.text.length > length) return null;
			items.push(item);
			lastLine = Math.max(lastLine, item.y);
			at += item.text.length;
		} else if (item.y <= lastLine + 0.5) return null;
	}
	return { ...frame, items };
}

function relabelled(frame: Frame, label: string): Frame {
	return {
		...frame,
		items: frame.items.map((item) =>
			item.kind === 'text' && item.role === 'page-number' ? withNumber(item, label) : item,
		),
	};
}

/** 「— 7 —」 as 「— 6-1 —」; the hyphen is as wide as a digit. */
function withNumber(item: TextItem, label: string): TextItem {
	const old = Array.from(item.text);
	const from = old.findIndex((character) => /\d/.test(character));
	const to = old.findLastIndex((character) => /\d/.test(character));
	if (from < 0) return item;
	const digit = item.advances[from] ?? 0;
	const added = Array.from(label, () => digit);
	const grown = added.length - (to - from + 1);
	// Odd pages are set from the right edge: the number grows to the left there.
	const x = item.x > 250 ? item.x - grown * digit : item.x;
	return {
		...item,
		x,
		text: old.slice(0, from).join('') + label + old.slice(to + 1).join(''),
		advances: [...item.advances.slice(0, from), ...added, ...item.advances.slice(to + 1)],
	};
}
