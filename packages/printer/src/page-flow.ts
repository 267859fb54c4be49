import type { FrameItem, ImageItem, RuleItem, TextItem } from '@bianxu/model';
import type { Placed } from './set-line.ts';

/** Items of a box: x from the left edge of the paper, y from the top of the box, until the box is put on a page. */
export type BoxItem = Placed<TextItem> | Placed<RuleItem> | Placed<ImageItem>;

/** What stands in the type area one below the other. Heights in points. */
export interface Box {
	/** `line` and `row` carry items; `space` vanishes at the top of a page; `snap` returns to the grid; `page` begins a page; `foot` sends what follows to the foot of the page. */
	readonly kind: 'line' | 'row' | 'space' | 'snap' | 'page' | 'foot';
	readonly height: number;
	readonly items: readonly BoxItem[];
	/** True when a page must not end after this box (heading with text, widows, the signature with body). */
	keepNext: boolean;
	/** Rows that are repeated when a page begins with this box (table heads). */
	readonly head?: readonly Box[];
	/** Block whose anchor this box is: the first line of a title or heading. */
	readonly anchor?: number;
}

/** A box without items. */
export function emptyBox(kind: 'space' | 'snap' | 'page' | 'foot', height = 0): Box {
	return { kind, height, items: [], keepNext: kind !== 'page' };
}

/** A page before it has a number: items with y from the top of the paper. */
export interface Page {
	readonly items: FrameItem[];
}

/** Where the first line of an anchored block stands: page from 0, y of its top in points from the top of the paper. */
export interface Anchor {
	readonly block: number;
	readonly page: number;
	readonly y: number;
}

interface Area {
	readonly top: number;
	readonly height: number;
	readonly pitch: number;
}

/** Rounding must not push a line to the next page. */
const EPSILON = 0.05;

/**
 * Fills pages with boxes. A page ends at the last place where it may: no heading at its foot, no single first or last
 * line of a paragraph, no signature without text. Where there is no such place the page is simply full.
 */
export function flow(
	boxes: readonly Box[],
	area: Area,
): { readonly pages: readonly Page[]; readonly anchors: readonly Anchor[] } {
	const pages: Page[] = [];
	const anchors: Anchor[] = [];
	let start = 0;
	while (start < boxes.length) {
		const filled = fillPage(boxes, start, area);
		if (filled.placed.length > 0) {
			const items: FrameItem[] = [];
			for (const { box, y } of filled.placed) {
				if (box.anchor !== undefined) anchors.push({ block: box.anchor, page: pages.length, y: area.top + y });
				for (const item of box.items)
					items.push(moved(item, area.top + y, box.kind === 'row', filled.repeated.has(box)));
			}
			pages.push({ items });
		}
		start = filled.next;
	}
	return { pages, anchors };
}

interface PlacedBox {
	readonly box: Box;
	readonly y: number;
}

function fillPage(
	boxes: readonly Box[],
	start: number,
	area: Area,
): { readonly placed: readonly PlacedBox[]; readonly next: number; readonly repeated: ReadonlySet<Box> } {
	const placed: PlacedBox[] = [];
	const repeated = new Set<Box>();
	let y = 0;
	let i = start;
	let footed = false;
	/** Number of placed boxes and index of the next box at the last place where the page may end. */
	let cut: { readonly count: number; readonly next: number } | null = null;
	for (; i < boxes.length; i++) {
		const box = boxes[i];
		if (box === undefined) break;
		const previous = boxes[i - 1];
		if (placed.length > repeated.size && previous !== undefined && !previous.keepNext)
			cut = { count: placed.length, next: i };
		if (box.kind === 'page') {
			if (placed.length > 0) return { placed, next: i + 1, repeated };
			continue;
		}
		if (box.kind === 'space' && placed.length === 0) continue;
		if (box.kind === 'snap') {
			y = Math.ceil((y - EPSILON) / area.pitch) * area.pitch;
			continue;
		}
		if (box.kind === 'foot') {
			const rest = heightUntilPage(boxes, i + 1);
			if (y + rest <= area.height + EPSILON) y = area.height - rest;
			else if (!footed && placed.length > 0) {
				footed = true;
				return { placed, next: i, repeated };
			}
			continue;
		}
		if (placed.length === 0 && box.head !== undefined) {
			for (const head of box.head) {
				placed.push({ box: head, y });
				repeated.add(head);
				y += head.height;
			}
		}
		if (y + box.height > area.height + EPSILON && placed.length > repeated.size) {
			if (box.kind === 'space') continue;
			if (cut === null) return { placed, next: i, repeated };
			return { placed: placed.slice(0, cut.count), next: cut.next, repeated };
		}
		placed.push({ box, y });
		y += box.height;
	}
	return { placed, next: i, repeated };
}

function heightUntilPage(boxes: readonly Box[], start: number): number {
	let height = 0;
	for (let i = start; i < boxes.length; i++) {
		const box = boxes[i];
		if (box === undefined || box.kind === 'page') break;
		height += box.height;
	}
	return height;
}

/**
 * Puts an item on the page. Lines are placed once and moved where they are; rows may be placed again as heads, so theirs
 * are copies, and a repeated head's copies have no place in the text: each character counts once.
 */
function moved(item: BoxItem, dy: number, row: boolean, again: boolean): FrameItem {
	if (item.kind === 'rule') return { ...item, y1: item.y1 + dy, y2: item.y2 + dy };
	if (item.kind === 'image') return { ...item, y: item.y + dy };
	if (again) {
		const { block: _block, offset: _offset, ...rest } = item;
		return { ...rest, y: item.y + dy };
	}
	if (row) return { ...item, y: item.y + dy };
	item.y += dy;
	return item;
}
