import type { Paragraph, Table, TableCell } from '@bianxu/model';
import {
	cellItems,
	type CellLine,
	LEADING,
	PADDING_X,
	rowGroups,
	rowHeights,
	type SetCell,
	shifted,
	spanHeight,
	withoutTwins,
} from './cell-lines.ts';
import type { Geometry } from './geometry.ts';
import { breakLines, type Line, widthBetween } from './line-breaking.ts';
import type { BoxItem } from './page-flow.ts';
import { inlineAndBlock, pictureSize, pictureItem } from './pictures.ts';
import { alignedX } from './set-line.ts';
import { type Setter, settingOf } from './setter.ts';
import { type Shaped, shape } from './shape.ts';
import { spansOf } from './spans.ts';

/** Sizes tried for cell text: 小四, 五号, 小五; the first in which words and numbers fit their columns. */
const SIZES: readonly number[] = [12, 10.5, 9];
/** Columns from which on a table that is too wide is turned rather than squeezed. */
const MANY_COLUMNS = 5;
/** Room above and below a table in a cell, points. */
const NESTED_GAP = 2;
/** A picture in a cell takes at most this share of the page's height. */
const PICTURE_SHARE = 0.8;

/** A table in the size and on the page that hold it. */
export interface TableFit {
	readonly cells: readonly SetCell[];
	readonly size: number;
	readonly left: number;
	/** Width of all columns. */
	readonly width: number;
	/** On a page turned a quarter. */
	readonly turned: boolean;
	readonly geometry: Geometry;
}

/** The geometry of a page turned a quarter: the long side of the type area is its measure, x counts from 0. */
export function turnedGeometry(geometry: Geometry): Geometry {
	return { ...geometry, left: 0, top: 0, textWidth: geometry.textHeight, textHeight: geometry.textWidth };
}

/**
 * Finds the way a table can be set: upright in the largest size whose columns hold words and numbers whole; a table of
 * many columns that needs more is turned; else the smallest size, with words cut where there is no other way. null when
 * not even that works. A table whose section lies across in the source is turned at once.
 */
export function fitTable(setter: Setter, table: Table, across: boolean): TableFit | null {
	const { geometry } = setter;
	const turned = turnedGeometry(geometry);
	const byContent: Table = { ...table, columns: [] };
	if (across) return tryFit(setter, table, turned, true, true) ?? tryFit(setter, table, turned, true, false);
	return (
		tryFit(setter, table, geometry, false, true) ??
		(columnCount(table) >= MANY_COLUMNS ? tryFit(setter, table, turned, true, true) : null) ??
		tryFit(setter, table, geometry, false, false) ??
		// Columns that the source makes too narrow for a character get widths by their content.
		tryFit(setter, byContent, geometry, false, true) ??
		tryFit(setter, table, turned, true, false) ??
		tryFit(setter, byContent, turned, true, false)
	);
}

function columnCount(table: Table): number {
	return table.cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 1);
}

function tryFit(setter: Setter, table: Table, geometry: Geometry, turned: boolean, strict: boolean): TableFit | null {
	const columns = columnWidths(setter, table, geometry.textWidth);
	const width = columns.reduce((sum, own) => sum + own, 0);
	const left = alignedX(table.alignment, geometry.left, geometry.textWidth, width);
	for (const size of strict ? SIZES : SIZES.slice(-1)) {
		const cells = setCells(setter, table, columns, { left, size, strict, geometry });
		if (cells === null || (size !== SIZES.at(-1) && isCramped(cells))) continue;
		return { cells, size, left, width, turned, geometry };
	}
	return null;
}

/** Column widths in points: the source's, or by content; never wider than the type area. */
function columnWidths(setter: Setter, table: Table, textWidth: number): readonly number[] {
	const count = columnCount(table);
	const given = table.columns.slice(0, count).map((width) => width / 20);
	if (given.length < count || given.some((width) => width <= 0)) return weightedWidths(setter, table, count, textWidth);
	const total = given.reduce((sum, width) => sum + width, 0);
	// A table within a few points of the type area is meant to fill it.
	const scale = total > textWidth * 0.95 ? textWidth / total : 1;
	return given.map((width) => width * scale);
}

/** Widths for a source without any (Markdown): by the longest text of each column, so that names get less than words. */
function weightedWidths(setter: Setter, table: Table, count: number, textWidth: number): readonly number[] {
	const weights = Array.from({ length: count }, () => 4);
	for (const cell of table.cells) {
		if (cell.columnSpan !== 1) continue;
		for (const block of cell.blocks) {
			const length = Math.min(30, setter.doc.paragraphs[block]?.text.length ?? 0);
			weights[cell.column] = Math.max(weights[cell.column] ?? 4, length + 2);
		}
	}
	const sum = weights.reduce((total, weight) => total + weight, 0);
	return weights.map((weight) => (textWidth * weight) / sum);
}

interface CellSetting {
	readonly left: number;
	readonly size: number;
	/** A word or number that a line end would cut means that the column is too narrow. */
	readonly strict: boolean;
	readonly geometry: Geometry;
}

/** Cells with their lines; null when a word is wider than its column. */
function setCells(
	setter: Setter,
	table: Table,
	columns: readonly number[],
	setting: CellSetting,
): readonly SetCell[] | null {
	const { left, size, strict, geometry } = setting;
	const cells: SetCell[] = [];
	const points = numericColumns(setter, table, size);
	for (const cell of table.cells) {
		const x = left + columns.slice(0, cell.column).reduce((sum, width) => sum + width, 0);
		const width = columns.slice(cell.column, cell.column + cell.columnSpan).reduce((sum, own) => sum + own, 0);
		const measure = width - 2 * PADDING_X;
		if (measure < size) return null;
		const lines: CellLine[] = [];
		const head = cell.row < table.headRows;
		for (const each of contentOf(setter, table, cell)) {
			if ('cells' in each) {
				const nested = nestedLines(setter, each, measure, setting);
				if (nested === null) return null;
				// A spread of thousands of rows would overflow the stack.
				for (const line of nested) lines.push(line);
				continue;
			}
			const paragraph = each;
			const { inline, block: pictures } = inlineAndBlock(setter, paragraph, measure, size * LEADING);
			const shaped = shapeCell(setter, paragraph, size, head, inline);
			if (shaped === null) return null;
			const broken = breakLines(shaped, { first: measure, rest: measure });
			if (strict && broken.some((line) => line.end < shaped.count && shaped.breaks[line.end - 1] !== 1)) return null;
			const given = paragraph.format.alignment;
			const alignment = head ? 'center' : given === 'distribute' ? 'justify' : given;
			const column = head || cell.columnSpan > 1 ? undefined : points.get(cell.column);
			const indent = column === undefined || broken.length > 1 ? null : pointIndent(shaped, column, measure, alignment);
			for (const line of broken)
				lines.push({ kind: 'text', height: lineHeight(shaped, line, size), shaped, line, alignment, indent });
			for (const picture of pictures) {
				const limit = { width: measure, height: geometry.textHeight * PICTURE_SHARE };
				const sized = pictureSize(setter, picture, limit);
				if (sized === null) continue;
				lines.push({ kind: 'picture', height: sized.height + 2, image: pictureItem(sized, paragraph.block) });
			}
		}
		cells.push({ cell, x, width, lines });
	}
	return cells;
}

/** What a cell holds in order: its paragraphs with those of text boxes that are anchored in them, and tables in it. */
function contentOf(setter: Setter, table: Table, cell: TableCell): readonly (Paragraph | Table)[] {
	const { doc } = setter;
	const found: (Paragraph | Table)[] = [];
	let done = -1;
	for (const block of cell.blocks) {
		const paragraph = doc.paragraphs[block];
		if (paragraph === undefined || block <= done) continue;
		const nested = childOf(setter, table, paragraph);
		if (nested !== null) {
			found.push(nested);
			done = nested.lastBlock;
			continue;
		}
		found.push(paragraph);
		for (let next = block + 1; ; next++) {
			const box = doc.paragraphs[next];
			if (box === undefined || box.where !== 'textbox' || box.cell !== null) break;
			found.push(box);
		}
	}
	return found;
}

/** The table directly inside `table` that a paragraph stands in; null for a paragraph of its own cells. */
function childOf({ doc }: Setter, table: Table, { cell }: Paragraph): Table | null {
	let own = cell === null ? undefined : doc.tables[cell.table];
	while (own !== undefined && own.index !== table.index && own.parent !== table.index)
		own = own.parent === null ? undefined : doc.tables[own.parent];
	return own === undefined || own.index === table.index ? null : own;
}

/**
 * A table in a cell, in the size of the table around it: a line for each group of rows that merged cells join, so that a
 * page may end between them. null when its columns do not hold its words.
 */
function nestedLines(setter: Setter, table: Table, measure: number, setting: CellSetting): readonly CellLine[] | null {
	const own = { ...setting, left: 0, geometry: { ...setting.geometry, textWidth: measure } };
	const byContent: Table = { ...table, columns: [] };
	const widths = [table, ...(setting.strict ? [] : [byContent])].map((each) => columnWidths(setter, each, measure));
	for (const columns of widths) {
		const cells = setCells(setter, table, columns, own);
		if (cells === null) continue;
		const width = columns.reduce((sum, each) => sum + each, 0);
		return nestedRows(table, cells, width, setting.size);
	}
	return null;
}

function nestedRows(table: Table, cells: readonly SetCell[], width: number, size: number): readonly CellLine[] {
	const { alignment, borders } = table;
	const heights = rowHeights(table, cells, size);
	const groups = rowGroups(table);
	return groups.map(({ from, to }, index): CellLine => {
		const items: BoxItem[] = [];
		const lines: CellLine[] = [];
		const top = index === 0 ? NESTED_GAP : 0;
		let y = top;
		for (let row = from; row < to; row++) {
			for (const cell of cells.filter((each) => each.cell.row === row)) {
				for (const item of cellItems(cell, spanHeight(cell, heights), size, borders)) items.push(shifted(item, 0, y));
				for (const line of cell.lines) lines.push(line);
			}
			y += heights[row] ?? 0;
		}
		const height = y + (index === groups.length - 1 ? NESTED_GAP : 0);
		return { kind: 'nested', height, width, items: withoutTwins(items), alignment, lines };
	});
}

function shapeCell(
	setter: Setter,
	paragraph: Paragraph,
	size: number,
	head: boolean,
	pictures: Parameters<typeof spansOf>[5],
): Shaped | null {
	const own = setter.template.roles['table-cell']?.font;
	const font = head ? 'heiti' : own === undefined ? 'songti' : settingOf(setter.template, 'table-cell').font;
	const spans = spansOf(paragraph, 'table-cell', setter.book, { font, size }, null, pictures);
	return spans === null ? null : shape(spans, paragraph.block, 'table-cell');
}

/** Height of a line of a cell; a picture in the line makes it higher. */
function lineHeight(shaped: Shaped, line: Line, size: number): number {
	let height = size * LEADING;
	if (shaped.pictures === null) return height;
	for (const [index, picture] of shaped.pictures) {
		if (index >= line.start && index < line.end) height = Math.max(height, picture.height + size * (LEADING - 1));
	}
	return height;
}

/** A number as tables have it: sign, digits with separators, decimals, percent; or a dash for 「none」. */
const NUMBER = /^([+\-−－]?\d[\d,，]{0,20})((?:\.\d{1,12})?)([%％‰]?)$/;
const NOTHING = /^[—\-－/]{1,3}$/;

interface NumericColumn {
	/** Widest part before the point and from the point on, points. */
	readonly before: number;
	readonly after: number;
}

/** Columns of numbers alone: their points stand one under the other. */
function numericColumns(setter: Setter, table: Table, size: number): ReadonlyMap<number, NumericColumn> {
	const columns = new Map<number, { before: number; after: number; count: number }>();
	const others = new Set<number>();
	for (const cell of table.cells) {
		if (cell.row < table.headRows || cell.columnSpan > 1) continue;
		if (cell.blocks.some((block) => setter.doc.paragraphs[block]?.cell?.table !== table.index)) {
			others.add(cell.column);
			continue;
		}
		const texts = cell.blocks
			.map((block) => setter.doc.paragraphs[block]?.text.trim() ?? '')
			.filter((text) => text !== '');
		if (texts.length === 0) continue;
		const [text = ''] = texts;
		if (texts.length === 1 && NOTHING.test(text)) continue;
		const match = texts.length === 1 ? NUMBER.exec(text) : null;
		const paragraph = setter.doc.paragraphs[cell.blocks[0] ?? -1];
		if (match === null || paragraph === undefined || paragraph.label !== null || cell.blocks.length > 1) {
			others.add(cell.column);
			continue;
		}
		const shaped = shapeCell(setter, paragraph, size, false, []);
		if (shaped === null) continue;
		const point = pointOf(shaped);
		const column = columns.get(cell.column) ?? { before: 0, after: 0, count: 0 };
		column.before = Math.max(column.before, widthBetween(shaped, 0, point));
		column.after = Math.max(column.after, widthBetween(shaped, point, shaped.count));
		column.count++;
		columns.set(cell.column, column);
	}
	return new Map([...columns].filter(([index, { count }]) => count > 1 && !others.has(index)));
}

/** Index of the decimal point, or of where it would be. */
function pointOf(shaped: Shaped): number {
	for (let i = 0; i < shaped.count; i++) {
		const codePoint = shaped.codePoints[i] ?? 0;
		const digit = codePoint >= 0x30 && codePoint <= 0x39;
		if (!digit && codePoint !== 0x2c && codePoint !== 0xff0c && i > 0) return i;
	}
	return shaped.count;
}

/** Start of a number in its measure so that its point stands under the others; null for what is no number. */
function pointIndent(shaped: Shaped, column: NumericColumn, measure: number, alignment: string): number | null {
	let text = '';
	for (let i = 0; i < shaped.count; i++) text += String.fromCodePoint(shaped.codePoints[i] ?? 0);
	if (!NUMBER.test(text)) return null;
	const width = column.before + column.after;
	if (width > measure) return null;
	const start = alignment === 'right' ? measure - width : alignment === 'center' ? (measure - width) / 2 : 0;
	return start + column.before - widthBetween(shaped, 0, pointOf(shaped));
}

/** Cells of more than six lines in the larger size ask for the smaller one. */
function isCramped(cells: readonly SetCell[]): boolean {
	return cells.some((cell) => cell.lines.length > 6 && cell.width < 120);
}
