import type { Problem, Table, TableCell, TextItem } from '@bianxu/model';
import { EM_ASCENT } from './geometry.ts';
import { breakLines, type Line } from './line-breaking.ts';
import type { Box, BoxItem } from './page-flow.ts';
import { alignedX, type Placed, setLine } from './set-line.ts';
import { type Setter, settingOf } from './setter.ts';
import { type Shaped, shape } from './shape.ts';
import { spansOf } from './spans.ts';
import { placeOf } from './unsettable.ts';

/** Sizes tried for cell text: 小四, 五号, 小五; the first in which words and numbers fit their columns. */
const SIZES: readonly number[] = [12, 10.5, 9];
/** Line height of cell text in em. */
const LEADING = 1.5;
/** Room between rule and text, points. */
const PADDING_X = 4;
const PADDING_Y = 3;
const RULE = 0.5;

/** One line of a cell, ready to be placed. */
interface CellLine {
	readonly shaped: Shaped;
	readonly line: Line;
	readonly alignment: 'left' | 'center' | 'right' | 'justify';
}

interface SetCell {
	readonly cell: TableCell;
	readonly x: number;
	readonly width: number;
	readonly lines: readonly CellLine[];
}

/**
 * Boxes of a table: one a row, head rows repeated on each page, rows joined by merged cells kept together, a row taller
 * than a page cut between lines. Column widths come from the source, scaled to the type area when they exceed it.
 */
export function tableBoxes(
	setter: Setter,
	table: Table,
): { readonly boxes: readonly Box[]; readonly refusals: readonly Problem[] } {
	const columns = columnWidths(setter, table);
	const total = columns.reduce((sum, width) => sum + width, 0);
	const left = alignedX(table.alignment, setter.geometry.left, setter.geometry.textWidth, total);
	for (const size of SIZES) {
		const cells = setCells(setter, table, columns, left, size);
		if (cells === null) continue;
		const last = size === SIZES.at(-1);
		if (!last && isCramped(cells)) continue;
		return rowsOf(setter, table, cells, size, columns, left);
	}
	const first = setter.doc.paragraphs[table.firstBlock];
	const words = first === undefined ? '' : placeOf(first);
	return {
		boxes: [],
		refusals: [
			{
				code: 'print-wide-table',
				block: table.firstBlock,
				message: {
					zh: `第 ${table.firstBlock} 段起的表格「${words}」列太多或太窄，版心内排不下；请改列宽或分成两个表`,
					en: `the table at paragraph ${table.firstBlock} (${words}) has columns too narrow for the type area; widen them or split the table`,
				},
			},
		],
	};
}

/** Column widths in points: the source's, or equal; never wider than the type area. */
function columnWidths(setter: Setter, table: Table): readonly number[] {
	const { textWidth } = setter.geometry;
	const count = table.cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 1);
	const given = table.columns.slice(0, count).map((width) => width / 20);
	if (given.length < count || given.some((width) => width <= 0)) return weightedWidths(setter, table, count);
	const total = given.reduce((sum, width) => sum + width, 0);
	// A table within a few points of the type area is meant to fill it.
	const scale = total > textWidth * 0.95 ? textWidth / total : 1;
	return given.map((width) => width * scale);
}

/** Widths for a source without any (Markdown): by the longest text of each column, so that names get less than words. */
function weightedWidths(setter: Setter, table: Table, count: number): readonly number[] {
	const weights = Array.from({ length: count }, () => 4);
	for (const cell of table.cells) {
		if (cell.columnSpan !== 1) continue;
		for (const block of cell.blocks) {
			const length = Math.min(30, setter.doc.paragraphs[block]?.text.length ?? 0);
			weights[cell.column] = Math.max(weights[cell.column] ?? 4, length + 2);
		}
	}
	const sum = weights.reduce((total, weight) => total + weight, 0);
	return weights.map((weight) => (setter.geometry.textWidth * weight) / sum);
}

/** Cells with their lines; null when a word is wider than its column. */
function setCells(
	setter: Setter,
	table: Table,
	columns: readonly number[],
	left: number,
	size: number,
): readonly SetCell[] | null {
	const cells: SetCell[] = [];
	const { font } = settingOf(setter.template, 'table-cell');
	const role = setter.template.roles['table-cell']?.font === undefined ? 'songti' : font;
	for (const cell of table.cells) {
		const x = left + columns.slice(0, cell.column).reduce((sum, width) => sum + width, 0);
		const width = columns.slice(cell.column, cell.column + cell.columnSpan).reduce((sum, own) => sum + own, 0);
		const measure = width - 2 * PADDING_X;
		const lines: CellLine[] = [];
		const head = cell.row < table.headRows;
		for (const block of cell.blocks) {
			const paragraph = setter.doc.paragraphs[block];
			if (paragraph === undefined) continue;
			const spans = spansOf(paragraph, 'table-cell', setter.book, { font: head ? 'heiti' : role, size }, null);
			if (spans === null) return null;
			const shaped = shape(spans, block, 'table-cell');
			if (measure < size) return null;
			const broken = breakLines(shaped, { first: measure, rest: measure });
			// A line that ends inside a word or number means that the column is too narrow for this size.
			if (size !== SIZES.at(-1) && broken.some((line) => line.end < shaped.count && shaped.breaks[line.end - 1] !== 1))
				return null;
			const given = paragraph.format.alignment;
			const alignment = head ? 'center' : given === 'distribute' ? 'justify' : given;
			for (const line of broken) lines.push({ shaped, line, alignment });
		}
		cells.push({ cell, x, width, lines });
	}
	return cells;
}

/** Cells of more than six lines in the larger size ask for the smaller one. */
function isCramped(cells: readonly SetCell[]): boolean {
	return cells.some((cell) => cell.lines.length > 6 && cell.width < 120);
}

function rowsOf(
	setter: Setter,
	table: Table,
	cells: readonly SetCell[],
	size: number,
	columns: readonly number[],
	left: number,
): { readonly boxes: readonly Box[]; readonly refusals: readonly Problem[] } {
	const leading = size * LEADING;
	const heights = Array.from({ length: table.rows }, () => leading + 2 * PADDING_Y);
	const needed = (cell: SetCell): number => Math.max(1, cell.lines.length) * leading + 2 * PADDING_Y;
	for (const cell of cells)
		if (cell.cell.rowSpan === 1) heights[cell.cell.row] = Math.max(heights[cell.cell.row] ?? 0, needed(cell));
	for (const cell of cells) {
		const { row, rowSpan } = cell.cell;
		if (rowSpan === 1) continue;
		const have = heights.slice(row, row + rowSpan).reduce((sum, height) => sum + height, 0);
		const lack = needed(cell) - have;
		const lastRow = Math.min(table.rows, row + rowSpan) - 1;
		if (lack > 0) heights[lastRow] = (heights[lastRow] ?? 0) + lack;
	}
	const total = columns.reduce((sum, width) => sum + width, 0);
	const page = setter.geometry.textHeight;
	const headHeight = heights.slice(0, table.headRows).reduce((sum, height) => sum + height, 0);
	const heads: Box[] = [];
	const boxes: Box[] = [];
	for (const group of rowGroups(table)) {
		const isHead = group.from < table.headRows;
		const limit = page - (isHead ? 0 : headHeight);
		const height = heights.slice(group.from, group.to).reduce((sum, own) => sum + own, 0);
		const tooTall = height > limit;
		for (let row = group.from; row < group.to; row++) {
			const own = cells.filter((cell) => cell.cell.row === row);
			const rowHeight = heights[row] ?? 0;
			if (tooTall && group.to - group.from === 1 && !isHead) {
				for (const piece of cutRow(own, rowHeight, limit, leading, size, table, heads)) boxes.push(piece);
				continue;
			}
			const items = tooTall
				? cells.flatMap((cell) => looseItems(cell, row, heights, leading, size, table.borders))
				: own.flatMap((cell) => cellItems(cell, spanHeight(cell, heights), leading, size, table.borders));
			const keepNext = isHead || (!tooTall && row + 1 < group.to);
			boxes.push({
				kind: 'row',
				height: rowHeight,
				items: withoutTwins(items),
				keepNext,
				...(isHead || heads.length === 0 ? {} : { head: heads }),
			});
		}
		if (isHead) heads.push(...boxes.slice(heads.length));
	}
	const last = boxes.at(-1);
	if (last !== undefined) last.keepNext = false;
	// Cells that the source leaves out would leave the frame open: the outline of the table is always closed.
	if (table.borders) closeOutline(boxes, left, total);
	return { boxes, refusals: [] };
}

/** Rows that merged cells join: [from, to) each, in order. */
function rowGroups(table: Table): readonly { readonly from: number; readonly to: number }[] {
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

function spanHeight({ cell }: SetCell, heights: readonly number[]): number {
	return heights.slice(cell.row, cell.row + cell.rowSpan).reduce((sum, height) => sum + height, 0);
}

/**
 * Items that one row gets of a cell when the rows joined by a merge are taller than a page and must part: the merged
 * cell's lines run down through its rows from the top, its sides are drawn row by row.
 */
function looseItems(
	cell: SetCell,
	row: number,
	heights: readonly number[],
	leading: number,
	size: number,
	borders: boolean,
): readonly BoxItem[] {
	const { row: first, rowSpan } = cell.cell;
	if (row < first || row >= first + rowSpan) return [];
	const height = heights[row] ?? 0;
	if (rowSpan === 1) return cellItems(cell, height, leading, size, borders);
	const room = (own: number): number => Math.max(1, Math.floor((own - 2 * PADDING_Y) / leading));
	const before = heights.slice(first, row).reduce((sum, own) => sum + room(own), 0);
	const last = row === first + rowSpan - 1;
	const lines = cell.lines.slice(before, last ? undefined : before + room(height));
	const top = { ...cell, cell: { ...cell.cell, verticalAlign: 'top' as const }, lines };
	const items = cellItems(top, height, leading, size, borders);
	const inner = (y: number): boolean => (y === 0 && row > first) || (y === height && !last);
	return items.filter((item) => item.kind !== 'rule' || item.y1 !== item.y2 || !inner(item.y1));
}

/** Neighbouring cells share an edge: it is drawn once. */
function withoutTwins(items: readonly BoxItem[]): readonly BoxItem[] {
	const seen = new Set<string>();
	return items.filter((item) => {
		if (item.kind !== 'rule') return true;
		const key = [item.x1, item.y1, item.x2, item.y2].map((value) => value.toFixed(2)).join(' ');
		if (seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}

function closeOutline(boxes: readonly Box[], left: number, width: number): void {
	for (const box of boxes) {
		(box.items as BoxItem[]).push(
			{ kind: 'rule', x1: left, y1: 0, x2: left, y2: box.height, width: RULE },
			{ kind: 'rule', x1: left + width, y1: 0, x2: left + width, y2: box.height, width: RULE },
		);
	}
}

/** A row taller than a page, cut between lines into pieces that fit. */
function cutRow(
	own: readonly SetCell[],
	height: number,
	limit: number,
	leading: number,
	size: number,
	table: Table,
	heads: readonly Box[],
): readonly Box[] {
	const perPiece = Math.max(1, Math.floor((Math.min(height, limit) - 2 * PADDING_Y) / leading));
	const most = own.reduce((lines, cell) => Math.max(lines, cell.lines.length), 0);
	const pieces: Box[] = [];
	for (let from = 0; from < most; from += perPiece) {
		const count = Math.min(perPiece, most - from);
		const piece = count * leading + 2 * PADDING_Y;
		const items = own.flatMap((cell) =>
			cellItems({ ...cell, lines: cell.lines.slice(from, from + perPiece) }, piece, leading, size, table.borders),
		);
		pieces.push({ kind: 'row', height: piece, items, keepNext: false, ...(heads.length === 0 ? {} : { head: heads }) });
	}
	return pieces;
}

/** Text and rules of a cell; y from the top of its row. */
function cellItems(cell: SetCell, height: number, leading: number, size: number, borders: boolean): readonly BoxItem[] {
	const items: BoxItem[] = [];
	const { x, width, lines } = cell;
	const content = lines.length * leading;
	const align = cell.cell.verticalAlign;
	const top = align === 'top' ? PADDING_Y : align === 'bottom' ? height - content - PADDING_Y : (height - content) / 2;
	lines.forEach(({ shaped, line, alignment }, index) => {
		const measure = width - 2 * PADDING_X;
		const placed: Placed<TextItem>[] = [];
		const start =
			alignment === 'justify'
				? x + PADDING_X
				: alignedX(alignment, x + PADDING_X, measure, Math.min(line.width, measure));
		setLine(shaped, alignment === 'justify' ? line : { ...line, last: true }, start, measure, placed);
		const y = top + index * leading + (leading - size) / 2 + EM_ASCENT * size;
		for (const item of placed) item.y += y;
		items.push(...placed);
	});
	if (borders) {
		items.push(
			{ kind: 'rule', x1: x, y1: 0, x2: x + width, y2: 0, width: RULE },
			{ kind: 'rule', x1: x, y1: height, x2: x + width, y2: height, width: RULE },
			{ kind: 'rule', x1: x, y1: 0, x2: x, y2: height, width: RULE },
			{ kind: 'rule', x1: x + width, y1: 0, x2: x + width, y2: height, width: RULE },
		);
	}
	return items;
}
