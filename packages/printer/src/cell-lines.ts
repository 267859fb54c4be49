import type { ImageItem, Table, TableCell } from '@bianxu/model';
import { EM_ASCENT } from './geometry.ts';
import type { Line } from './line-breaking.ts';
import type { Box, BoxItem } from './page-flow.ts';
import { alignedX, type LineItem, setLine } from './set-line.ts';
import type { Setter } from './setter.ts';
import type { Shaped } from './shape.ts';

const RULE = 0.5;
/** Line height of cell text in em. */
export const LEADING = 1.5;
/** Room between rule and text, points. */
export const PADDING_X = 4;
export const PADDING_Y = 3;

/** One line of a cell with its height, ready to be placed: text, or a picture by itself. */
export type CellLine =
	| {
			readonly kind: 'text';
			readonly height: number;
			readonly shaped: Shaped;
			readonly line: Line;
			readonly alignment: 'left' | 'center' | 'right' | 'justify';
			/** Start in the measure, where points of a column stand one under the other; null otherwise. */
			readonly indent: number | null;
	  }
	| { readonly kind: 'picture'; readonly height: number; readonly image: Omit<ImageItem, 'x' | 'y'> }
	| {
			/** Rows of a table in the cell that stay together; items from its upper left corner. */
			readonly kind: 'nested';
			readonly height: number;
			readonly width: number;
			readonly items: readonly BoxItem[];
			readonly alignment: 'left' | 'center' | 'right';
			/** Its own lines, for the footnotes in them. */
			readonly lines: readonly CellLine[];
	  };

export interface SetCell {
	readonly cell: TableCell;
	readonly x: number;
	readonly width: number;
	readonly lines: readonly CellLine[];
}

/** Height of all lines of a cell with its padding. */
export function cellHeight(cell: SetCell, size: number): number {
	const lines = cell.lines.reduce((sum, line) => sum + line.height, 0);
	return Math.max(size * LEADING, lines) + 2 * PADDING_Y;
}

/** Items of some lines of a cell from `top` of its row on; pictures in the middle. */
export function linesItems(cell: SetCell, lines: readonly CellLine[], top: number, size: number): BoxItem[] {
	const items: BoxItem[] = [];
	const measure = cell.width - 2 * PADDING_X;
	let y = top;
	for (const each of lines) {
		if (each.kind === 'picture') {
			items.push({ ...each.image, x: cell.x + (cell.width - each.image.width) / 2, y: y + 1 });
			y += each.height;
			continue;
		}
		if (each.kind === 'nested') {
			const x = alignedX(each.alignment, cell.x + PADDING_X, measure, each.width);
			for (const item of each.items) items.push(shifted(item, x, y));
			y += each.height;
			continue;
		}
		const { shaped, line, alignment, indent } = each;
		const natural = Math.min(line.width, measure);
		const justified = alignment === 'justify' && indent === null;
		const start =
			indent !== null
				? cell.x + PADDING_X + indent
				: alignment === 'justify'
					? cell.x + PADDING_X
					: alignedX(alignment, cell.x + PADDING_X, measure, natural);
		const placed: LineItem[] = [];
		setLine(shaped, justified ? line : { ...line, last: true }, start, measure, placed);
		const leading = size * LEADING;
		const baseline = y + each.height - leading + (leading - size) / 2 + EM_ASCENT * size;
		for (const item of placed) item.y += baseline;
		items.push(...placed);
		y += each.height;
	}
	return items;
}

/** Footnotes whose marks stand in some lines of a cell. */
export function linesNotes(setter: Setter, lines: readonly CellLine[]): readonly Box[] {
	return lines.flatMap((line): readonly Box[] => {
		if (line.kind === 'nested') return linesNotes(setter, line.lines);
		return line.kind === 'text' ? setter.notes.of(setter, line.shaped, line.line) : [];
	});
}

/** An item moved. */
export function shifted(item: BoxItem, dx: number, dy: number): BoxItem {
	if (item.kind === 'rule') return { ...item, x1: item.x1 + dx, y1: item.y1 + dy, x2: item.x2 + dx, y2: item.y2 + dy };
	return { ...item, x: item.x + dx, y: item.y + dy };
}

/** Heights of the rows, points: those of their cells, the last of merged rows taking what is missing. */
export function rowHeights(table: Table, cells: readonly SetCell[], size: number): number[] {
	const heights = Array.from({ length: table.rows }, () => size * LEADING + 2 * PADDING_Y);
	for (const cell of cells)
		if (cell.cell.rowSpan === 1) heights[cell.cell.row] = Math.max(heights[cell.cell.row] ?? 0, cellHeight(cell, size));
	for (const cell of cells) {
		const { row, rowSpan } = cell.cell;
		if (rowSpan === 1) continue;
		const have = heights.slice(row, row + rowSpan).reduce((sum, height) => sum + height, 0);
		const lack = cellHeight(cell, size) - have;
		const lastRow = Math.min(table.rows, row + rowSpan) - 1;
		if (lack > 0) heights[lastRow] = (heights[lastRow] ?? 0) + lack;
	}
	return heights;
}

/** Rows that merged cells join: [from, to) each, in order. */
export function rowGroups(table: Table): readonly { readonly from: number; readonly to: number }[] {
	const ends = Array.from({ length: table.rows }, (_, row) => row + 1);
	for (const { row, rowSpan } of table.cells) ends[row] = Math.max(ends[row] ?? 0, Math.min(table.rows, row + rowSpan));
	const groups: { readonly from: number; readonly to: number }[] = [];
	for (let from = 0; from < table.rows; ) {
		let to = ends[from] ?? from + 1;
		for (let row = from; row < to; row++) to = Math.max(to, ends[row] ?? 0);
		groups.push({ from, to });
		from = to;
	}
	return groups;
}

/** Height of all rows that a cell spans. */
export function spanHeight({ cell }: SetCell, heights: readonly number[]): number {
	return heights.slice(cell.row, cell.row + cell.rowSpan).reduce((sum, height) => sum + height, 0);
}

/** Neighbouring cells share an edge: it is drawn once. */
export function withoutTwins(items: readonly BoxItem[]): readonly BoxItem[] {
	const seen = new Set<string>();
	return items.filter((item) => {
		if (item.kind !== 'rule') return true;
		const key = [item.x1, item.y1, item.x2, item.y2].map((value) => value.toFixed(2)).join(' ');
		if (seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}

/** A rule across a cell. */
export function level({ x, width }: SetCell, y: number): BoxItem {
	return { kind: 'rule', x1: x, y1: y, x2: x + width, y2: y, width: RULE };
}

/** The rules at both sides of a cell. */
export function sides({ x, width }: SetCell, height: number): readonly BoxItem[] {
	return [x, x + width].map((at) => ({ kind: 'rule', x1: at, y1: 0, x2: at, y2: height, width: RULE }));
}

/** Text and rules of a cell; y from the top of its row. */
export function cellItems(cell: SetCell, height: number, size: number, borders: boolean): readonly BoxItem[] {
	const content = cell.lines.reduce((sum, line) => sum + line.height, 0);
	const align = cell.cell.verticalAlign;
	const top = align === 'top' ? PADDING_Y : align === 'bottom' ? height - content - PADDING_Y : (height - content) / 2;
	const items: BoxItem[] = linesItems(cell, cell.lines, top, size);
	if (borders) items.push(level(cell, 0), level(cell, height), ...sides(cell, height));
	return items;
}
