import type { Problem, Table } from '@bianxu/model';
import { baselineIn } from './geometry.ts';
import type { Box, BoxItem } from './page-flow.ts';
import { alignedX, type LineItem, setLine } from './set-line.ts';
import { type Setter, settingOf } from './setter.ts';
import { shape } from './shape.ts';
import type { TableFit } from './table-cells.ts';
import {
	cellItems,
	type CellLine,
	LEADING,
	level,
	linesItems,
	linesNotes,
	PADDING_Y,
	rowGroups,
	rowHeights,
	type SetCell,
	sides,
	spanHeight,
	withoutTwins,
} from './cell-lines.ts';
import { placeOf } from './unsettable.ts';

const RULE = 0.5;
/** A row of more lines than this may be cut at a page end, unless the source keeps it whole. */
const LONG_ROW = 6;

/** Refusal of a table that no page holds. */
export function tooWide(setter: Setter, table: Table): Problem {
	const first = setter.doc.paragraphs[table.firstBlock];
	const words = first === undefined ? '' : placeOf(first);
	return {
		code: 'print-wide-table',
		block: table.firstBlock,
		message: {
			zh: `第 ${table.firstBlock} 段起的表格「${words}」列太多或太窄，转为横页也排不下；请改列宽或分成两个表`,
			en: `the table at paragraph ${table.firstBlock} (${words}) has columns too narrow even for a landscape page; widen them or split the table`,
		},
	};
}

/**
 * Refusal of rows that merged cells join, that no page holds and that have a table in a cell: they would part inside it.
 * null where there are none.
 */
export function torn(setter: Setter, table: Table, { cells, size, geometry }: TableFit): Problem | null {
	const heights = rowHeights(table, cells, size);
	const tall = rowGroups(table).find(({ from, to }) => {
		const inside = cells.filter(({ cell }) => cell.row >= from && cell.row < to);
		const nested = inside.some((cell) => cell.lines.some(({ kind }) => kind === 'nested'));
		return nested && to - from > 1 && heights.slice(from, to).reduce((sum, own) => sum + own, 0) > geometry.textHeight;
	});
	if (tall === undefined) return null;
	const block = cells.find(({ cell }) => cell.row === tall.from)?.cell.blocks[0] ?? table.firstBlock;
	const paragraph = setter.doc.paragraphs[block];
	const words = paragraph === undefined ? '' : placeOf(paragraph);
	return {
		code: 'print-nested-table',
		block,
		message: {
			zh: `第 ${block} 段「${words}」起的几行有合并单元格和表中表，一面排不下；请把里面的表移到表外`,
			en: `the rows at paragraph ${block} (${words}) are joined by merged cells, hold a table and are taller than a page; move that table out`,
		},
	};
}

/**
 * Boxes of a table: one a row, head rows repeated on each page under 「续表」, rows joined by merged cells kept together,
 * long rows cut between lines. `continued` are the words above the repeated head; null where the table has no caption.
 */
export function tableBoxes(
	setter: Setter,
	table: Table,
	fit: TableFit,
	continued: { readonly label: string; readonly unit: string } | null,
): readonly Box[] {
	const { cells, size, left, width, geometry } = fit;
	const { borders } = table;
	const leading = size * LEADING;
	const heights = rowHeights(table, cells, size);
	const line = continued === null ? null : continuedLine(setter, fit, continued);
	const headHeight = heights.slice(0, table.headRows).reduce((sum, height) => sum + height, 0) + (line?.height ?? 0);
	const again: Box[] = line === null ? [] : [line];
	const boxes: Box[] = [];
	const kept = new Set(table.keptRows ?? []);
	for (const group of rowGroups(table)) {
		const isHead = group.from < table.headRows;
		const limit = geometry.textHeight - (isHead ? 0 : headHeight);
		const height = heights.slice(group.from, group.to).reduce((sum, own) => sum + own, 0);
		const tooTall = height > limit;
		for (let row = group.from; row < group.to; row++) {
			const own = cells.filter((cell) => cell.cell.row === row);
			const rowHeight = heights[row] ?? 0;
			const lines = own.reduce((most, cell) => Math.max(most, cell.lines.length), 0);
			const single = group.to - group.from === 1 && !isHead;
			if (single && (tooTall || (lines > LONG_ROW && !kept.has(row)))) {
				for (const slice of rowSlices(setter, own, size, borders, again)) boxes.push(slice);
				continue;
			}
			const items = tooTall
				? cells.flatMap((cell) => looseItems(cell, row, heights, leading, size, borders))
				: own.flatMap((cell) => cellItems(cell, spanHeight(cell, heights), size, borders));
			const notes = own.flatMap((cell) => linesNotes(setter, cell.lines));
			boxes.push({
				kind: 'row',
				height: rowHeight,
				items: withoutTwins(items),
				keepNext: isHead || (!tooTall && row + 1 < group.to),
				...(isHead || again.length === 0 ? {} : { head: again }),
				...(notes.length === 0 ? {} : { notes }),
			});
		}
		if (isHead) again.push(...boxes.slice(again.length - (line === null ? 0 : 1)));
	}
	const last = boxes.at(-1);
	if (last !== undefined) last.keepNext = false;
	// Cells that the source leaves out would leave the frame open: the outline of the table is always closed.
	if (borders) closeOutline(boxes, left, width);
	return boxes;
}

/** The line above a repeated head: 「续表1」 at the left, the unit at the right. It is no text of the paper: no block. */
function continuedLine(
	setter: Setter,
	{ left, width, geometry }: TableFit,
	{ label, unit }: { readonly label: string; readonly unit: string },
): Box | null {
	const { template, book } = setter;
	const items: LineItem[] = [];
	for (const [text, role, side] of [
		[label, 'table-caption', 'left'],
		[unit, 'unit-note', 'right'],
	] as const) {
		if (text === '') continue;
		const setting = settingOf(template, role);
		const styleOf = book.styles(setting.font, setting.size, { block: -1, role });
		if (styleOf === null) return null;
		const shaped = shape([{ text, offset: -1, styleOf }], -1, role);
		let own = 0;
		for (let i = 0; i < shaped.count; i++) own += (shaped.widths[i] ?? 0) + (shaped.gaps[i] ?? 0);
		const placed: LineItem[] = [];
		const line = { start: 0, end: shaped.count, last: true, width: own };
		setLine(shaped, line, alignedX(side, left, width, own), own, placed);
		for (const item of placed) {
			item.y += baselineIn(geometry.pitch, setting.size);
			delete item.block;
			if (item.kind === 'text') item.role = 'page-furniture';
		}
		items.push(...placed);
	}
	return { kind: 'row', height: geometry.pitch, items, keepNext: true };
}

/**
 * Items that one row gets of a cell when the rows joined by a merge are taller than a page and must part: the merged
 * cell's lines run on from row to row, and it is closed above its first and below its last.
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
	if (rowSpan === 1) return cellItems(cell, height, size, borders);
	const room = (own: number): number => Math.max(1, Math.floor((own - 2 * PADDING_Y) / leading));
	const before = heights.slice(first, row).reduce((sum, own) => sum + room(own), 0);
	const last = row === first + rowSpan - 1;
	const lines = cell.lines.slice(before, last ? undefined : before + room(height));
	const top = { ...cell, cell: { ...cell.cell, verticalAlign: 'top' as const }, lines };
	const items = cellItems(top, height, size, borders);
	const inner = (y: number): boolean => (y === 0 && row > first) || (y === height && !last);
	return items.filter((item) => item.kind !== 'rule' || item.y1 !== item.y2 || !inner(item.y1));
}

function closeOutline(boxes: readonly Box[], left: number, width: number): void {
	for (const box of boxes) {
		(box.items as BoxItem[]).push(
			{ kind: 'rule', x1: left, y1: 0, x2: left, y2: box.height, width: RULE },
			{ kind: 'rule', x1: left + width, y1: 0, x2: left + width, y2: box.height, width: RULE },
		);
	}
}

function heightOf(lines: readonly CellLine[]): number {
	return lines.reduce((sum, { height }) => sum + height, 0);
}

/**
 * Lines that stand side by side when a row is cut: the first of each cell, the second of each, and so on. Where a table
 * stands in a cell, its rows lead, and the lines of other cells go beside them as far as they fit: the rules of its rows
 * must touch.
 */
function slicesOf(own: readonly SetCell[]): readonly (readonly (readonly CellLine[])[])[] {
	const nested = own.filter((cell) => cell.lines.some(({ kind }) => kind === 'nested'));
	const lead = nested.sort((a, b) => heightOf(b.lines) - heightOf(a.lines))[0];
	if (lead === undefined) {
		const most = own.reduce((lines, cell) => Math.max(lines, cell.lines.length), 0);
		return Array.from({ length: most }, (_, index) => own.map((cell) => cell.lines.slice(index, index + 1)));
	}
	const slices: CellLine[][][] = lead.lines.map((line) => own.map((cell) => (cell === lead ? [line] : [])));
	own.forEach((cell, at) => {
		if (cell === lead) return;
		let index = 0;
		for (const line of cell.lines) {
			for (; index < lead.lines.length; index++)
				if (heightOf(slices[index]?.[at] ?? []) + line.height <= (lead.lines[index]?.height ?? 0)) break;
			if (index >= slices.length) slices.push(own.map(() => []));
			slices[index]?.[at]?.push(line);
			// Below the leading table each line is a slice of its own again.
			if (index >= lead.lines.length) index++;
		}
	});
	return slices;
}

/**
 * A long row as one box a line, so that a page may end inside it: at least two lines on either side, and the cells are
 * closed where it is cut.
 */
function rowSlices(
	setter: Setter,
	own: readonly SetCell[],
	size: number,
	borders: boolean,
	again: readonly Box[],
): readonly Box[] {
	const slices = slicesOf(own);
	const most = slices.length;
	return slices.map((lines, index): Box => {
		const last = index === most - 1;
		const tallest = lines.reduce((height, each) => Math.max(height, heightOf(each)), 0);
		const top = index === 0 ? PADDING_Y : 0;
		const height = tallest + top + (last ? PADDING_Y : 0);
		const items: BoxItem[] = own.flatMap((cell, at) => linesItems(cell, lines[at] ?? [], top, size));
		const notes = lines.flatMap((each: readonly CellLine[]) => linesNotes(setter, each));
		if (borders) items.push(...own.flatMap((cell) => sides(cell, height)));
		const across = (y: number): BoxItem[] => (borders ? own.map((cell) => level(cell, y)) : []);
		if (index === 0) items.push(...across(0));
		if (last) items.push(...across(height));
		return {
			kind: 'row',
			height,
			items: withoutTwins(items),
			keepNext: most > 3 && (index === 0 || index === most - 2),
			...(again.length === 0 ? {} : { head: again }),
			...(notes.length === 0 ? {} : { notes }),
			...(index === 0 ? {} : { above: across(0) }),
			...(last ? {} : { below: across(height) }),
		};
	});
}
