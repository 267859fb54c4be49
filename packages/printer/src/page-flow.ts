import type { FrameItem, ImageItem, RuleItem, TextItem } from '@bianxu/model';
import type { Placed } from './set-line.ts';

/** Items of a box: x from the left edge of the paper, y from the top of the box, until the box is put on a page. */
export type BoxItem = Placed<TextItem> | Placed<RuleItem> | Placed<ImageItem>;

/** What stands in the type area one below the other. Heights in points. */
export interface Box {
	/** `line` and `row` carry items; `space` vanishes at the top of a page; `snap` returns to the grid; `page` begins a page; `foot` sends what follows to the foot of an even page. */
	readonly kind: 'line' | 'row' | 'space' | 'snap' | 'page' | 'foot';
	readonly height: number;
	readonly items: readonly BoxItem[];
	/** True when a page must not end after this box (heading with text, widows, the signature with body). */
	keepNext: boolean;
	/** Rows that are repeated when a page begins with this box (table heads). */
	readonly head?: readonly Box[];
	/** Block whose anchor this box is: the first line of a title or heading. */
	readonly anchor?: number;
	/** Lines of footnotes whose marks stand in this box; they go to the foot of its page. */
	readonly notes?: readonly Box[];
	/** Drawn as well when a page begins with this box, and when one ends with it: rules that close a frame. */
	readonly above?: readonly BoxItem[];
	readonly below?: readonly BoxItem[];
	/** For `page`: what follows stands on pages turned a quarter, x from 0 along the long side. */
	readonly turned?: boolean;
}

/** A box without items. */
export function emptyBox(kind: 'space' | 'snap' | 'page' | 'foot', height = 0): Box {
	return { kind, height, items: [], keepNext: kind !== 'page' };
}

/** A page before it has a number: items with y from the top of the paper. */
export interface Page {
	readonly items: FrameItem[];
	/** Set in landscape on the same paper. */
	readonly turned?: true;
	/** Nothing stands on it: the 版记 after it needs an even page. It has no number (GB/T 9704-2012 7.5). */
	readonly blank?: true;
	/** No number although something stands on it: the page of the 版记 after a blank one (7.5). */
	readonly unnumbered?: true;
}

/** Where the first line of an anchored block stands: page from 0, y of its top in points from the top of the paper. */
export interface Anchor {
	readonly block: number;
	readonly page: number;
	readonly y: number;
}

/** The type area. A turned page has the same one, read along its long side. */
interface Area {
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
	readonly pitch: number;
}

/** Rounding must not push a line to the next page. */
const EPSILON = 0.05;
/** Room above the footnotes for their rule, its length as a share of the measure, and its thickness. */
const NOTE_GAP = 10;
const NOTE_RULE = 0.25;
const RULE = 0.5;

/**
 * Fills pages with boxes. A page ends at the last place where it may: no heading at its foot, no single first or last
 * line of a paragraph, no signature without text. Where there is no such place the page is simply full. Footnotes stand
 * at the foot of the page of their marks; one that is longer than the rest of the page goes on on the next.
 */
export function flow(
	boxes: readonly Box[],
	area: Area,
): { readonly pages: readonly Page[]; readonly anchors: readonly Anchor[] } {
	const pages: Page[] = [];
	const anchors: Anchor[] = [];
	let start = 0;
	let turned = false;
	let carried: readonly Box[] = [];
	while (start < boxes.length || carried.length > 0) {
		const box = boxes[start];
		if (box?.kind === 'page') {
			turned = box.turned === true;
			start++;
			continue;
		}
		if (box?.kind === 'foot' && pages.length % 2 === 0 && pages.length > 0) pages.push({ items: [], blank: true });
		const even = pages.length % 2 === 1;
		const height = turned ? area.width : area.height;
		const filled = fillPage(boxes, start, { height, pitch: area.pitch, even }, carried);
		carried = filled.carried;
		if (filled.placed.length > 0) {
			const top = turned ? 0 : area.top;
			const items: FrameItem[] = [];
			for (const { box: placed, y } of filled.placed) {
				if (placed.anchor !== undefined)
					anchors.push({ block: placed.anchor, page: pages.length, y: turned ? area.top : area.top + y });
				const row = placed.kind === 'row';
				for (const item of placed.items) items.push(moved(item, top + y, row, filled.repeated.has(placed)));
			}
			for (const { item, y } of filled.rules) items.push(moved(item, top + y, true, false));
			if (filled.noteTop !== null)
				items.push(noteRule(turned ? 0 : area.left, top + filled.noteTop, turned ? area.height : area.width));
			if (filled.placed.some(({ box: placed }) => placed.kind === 'row')) joinRules(items);
			const blank = pages.at(-1)?.blank === true ? { unnumbered: true as const } : {};
			pages.push(turned ? { items: items.map((item) => turnedItem(item, area)), turned: true } : { items, ...blank });
		}
		start = filled.next;
	}
	return { pages, anchors };
}

function noteRule(left: number, y: number, width: number): RuleItem {
	return { kind: 'rule', x1: left, y1: y, x2: left + width * NOTE_RULE, y2: y, width: RULE };
}

/** Rules of neighbouring rows that touch become one, and those that lie on each other are drawn once. */
function joinRules(items: FrameItem[]): void {
	const upright = new Map<string, Placed<RuleItem>>();
	const seen = new Set<string>();
	let to = 0;
	for (const item of items) {
		if (item.kind === 'rule') {
			const { x1, y1, x2, y2, width } = item;
			const key = `${x1.toFixed(2)} ${width}`;
			const before = x1 === x2 ? upright.get(key) : undefined;
			if (before !== undefined && y1 <= before.y2 + EPSILON && y2 >= before.y1 - EPSILON) {
				before.y1 = Math.min(before.y1, y1);
				before.y2 = Math.max(before.y2, y2);
				continue;
			}
			const whole = `${key} ${y1.toFixed(1)} ${x2.toFixed(2)} ${y2.toFixed(1)}`;
			if (seen.has(whole)) continue;
			seen.add(whole);
			if (x1 === x2) upright.set(key, item);
		}
		items[to++] = item;
	}
	items.length = to;
}

/** From the page as it is read, width along the long side, to the paper: the head of the page is at the left. */
function turnedItem(item: FrameItem, area: Area): FrameItem {
	const x = (v: number): number => area.left + v;
	const y = (u: number): number => area.top + area.height - u;
	if (item.kind === 'rule') return { ...item, x1: x(item.y1), y1: y(item.x1), x2: x(item.y2), y2: y(item.x2) };
	if (item.kind === 'text') return { ...item, x: x(item.y), y: y(item.x), turn: 'left' };
	const place = { x: x(item.y), y: y(item.x + item.width), width: item.height, height: item.width };
	if (item.spin !== undefined) return { ...item, ...place, spin: { ...item.spin, degrees: item.spin.degrees - 90 } };
	return { ...item, ...place, turn: 'left' };
}

interface PlacedBox {
	readonly box: Box;
	readonly y: number;
}

interface Filled {
	readonly placed: readonly PlacedBox[];
	/** Closing rules with the place of their boxes. */
	readonly rules: readonly { readonly item: BoxItem; readonly y: number }[];
	readonly next: number;
	readonly repeated: ReadonlySet<Box>;
	/** Lines of footnotes that did not fit. */
	readonly carried: readonly Box[];
	/** Where the rule above the footnotes stands; null when there are none. */
	readonly noteTop: number | null;
}

function heightOf(boxes: readonly Box[]): number {
	return boxes.reduce((sum, box) => sum + box.height, 0);
}

function fillPage(
	boxes: readonly Box[],
	start: number,
	sheet: { readonly height: number; readonly pitch: number; readonly even: boolean },
	before: readonly Box[],
): Filled {
	const { height: full, pitch } = sheet;
	const placed: PlacedBox[] = [];
	const repeated = new Set<Box>();
	const notes: Box[] = [];
	const carried: Box[] = [];
	for (const note of before) {
		if (NOTE_GAP + heightOf(notes) + note.height <= full + EPSILON && carried.length === 0) notes.push(note);
		else carried.push(note);
	}
	let noteHeight = heightOf(notes) + (notes.length > 0 ? NOTE_GAP : 0);
	let y = 0;
	let i = start;
	/** What stood on the page at the last place where it may end. */
	let cut: { readonly count: number; readonly notes: number; readonly next: number } | null = null;
	const close = (count: number, noteCount: number, next: number): Filled =>
		closed(boxes, start, full, placed.slice(0, count), notes.slice(0, noteCount), carried, next, repeated);
	for (; i < boxes.length; i++) {
		const box = boxes[i];
		if (box === undefined) break;
		const previous = boxes[i - 1];
		if (placed.length > repeated.size && previous !== undefined && !previous.keepNext)
			cut = { count: placed.length, notes: notes.length, next: i };
		if (box.kind === 'page') {
			return close(placed.length, notes.length, i);
		}
		if (box.kind === 'space' && placed.length === 0) continue;
		if (box.kind === 'snap') {
			y = Math.ceil((y - EPSILON) / pitch) * pitch;
			continue;
		}
		if (box.kind === 'foot') {
			const rest = heightUntilPage(boxes, i + 1);
			// 7.4: the 版记 closes an even page; the text's last page when that is one and has room for it.
			const fits = y + rest + noteHeight <= full + EPSILON;
			if (placed.length > 0 && !(fits && sheet.even)) return close(placed.length, notes.length, i);
			if (fits) y = full - rest - noteHeight;
			continue;
		}
		if (placed.length === 0 && box.head !== undefined) {
			for (const head of box.head) {
				placed.push({ box: head, y });
				repeated.add(head);
				y += head.height;
			}
		}
		const own = box.notes ?? [];
		const added = own.length === 0 ? 0 : heightOf(own) + (noteHeight === 0 ? NOTE_GAP : 0);
		if (y + box.height + noteHeight + added > full + EPSILON && placed.length > repeated.size) {
			if (box.kind === 'space') continue;
			return cut === null ? close(placed.length, notes.length, i) : close(cut.count, cut.notes, cut.next);
		}
		placed.push({ box, y });
		y += box.height;
		for (const note of own) {
			// A note taller than what a page has left beside its own line goes on overleaf.
			const gap = noteHeight === 0 ? NOTE_GAP : 0;
			if (carried.length === 0 && y + noteHeight + gap + note.height <= full + EPSILON) {
				notes.push(note);
				noteHeight += gap + note.height;
			} else carried.push(note);
		}
	}
	return close(placed.length, notes.length, i);
}

/** The page as it stands: closing rules at its ends, footnotes at its foot. */
function closed(
	boxes: readonly Box[],
	start: number,
	full: number,
	placed: PlacedBox[],
	notes: readonly Box[],
	carried: readonly Box[],
	next: number,
	repeated: ReadonlySet<Box>,
): Filled {
	const rules: { item: BoxItem; y: number }[] = [];
	const first = placed.find(({ box }) => !repeated.has(box));
	const last = placed.at(-1);
	if (first?.box.above !== undefined && start > 0 && boxes[start] === first.box)
		for (const item of first.box.above) rules.push({ item, y: first.y });
	if (last?.box.below !== undefined && next < boxes.length)
		for (const item of last.box.below) rules.push({ item, y: last.y });
	let noteTop: number | null = null;
	if (notes.length > 0) {
		let y = full - heightOf(notes);
		noteTop = y - NOTE_GAP / 2;
		for (const note of notes) {
			placed.push({ box: note, y });
			y += note.height;
		}
	}
	return { placed, rules, next, repeated, carried, noteTop };
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
