/** Reading and writing .xlsx by position: only the cells that the tool owns change, everything else keeps its bytes. */

import { applyTextEdits } from '@bianxu/model';
import {
	attr,
	child,
	children,
	encodePart,
	escapeText,
	isRefusal,
	mainPartOf,
	type OpcPackage,
	openPackage,
	readPartText,
	type Refusal,
	relationshipsOf,
	rewritePackage,
	scanPart,
	textOf,
	type XmlDocument,
} from '@bianxu/opc';
import type { CellWrite, Grid, GridCell, Merge, RowAppend } from './grid.ts';

/** The compression that World lends. */
export interface ZipHost {
	readonly inflateRaw: (data: Uint8Array, maxOutput: number) => Uint8Array;
	readonly deflateRaw: (data: Uint8Array) => Uint8Array;
}

interface Sheet {
	readonly name: string;
	readonly part: string;
	readonly xml: XmlDocument;
}

/** A workbook that was read. */
export interface Workbook {
	readonly pkg: OpcPackage;
	readonly sheets: readonly Sheet[];
	readonly grids: readonly Grid[];
}

/** A4 → column 1, row 4; null when it is no reference. */
function placeOf(reference: string | undefined): { readonly column: number; readonly row: number } | null {
	const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference ?? '');
	if (match === null) return null;
	let column = 0;
	for (const letter of match[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
	return { column, row: Number(match[2]) };
}

function letters(column: number): string {
	let text = '';
	for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
		text = String.fromCharCode(65 + ((left - 1) % 26)) + text;
	return text;
}

/** Text of a shared or inline string: runs together, phonetic guides left out. */
function stringOf(xml: XmlDocument, element: number): string {
	const own = children(xml, element, 'x:t').map((t) => textOf(xml, t));
	const runs = children(xml, element, 'x:r').flatMap((run) => children(xml, run, 'x:t').map((t) => textOf(xml, t)));
	// _x000D_ and the like stand for characters that XML cannot hold.
	return [...own, ...runs]
		.join('')
		.replaceAll(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Reads every worksheet. Refused: what is no workbook, or a damaged one. */
export function readXlsx(bytes: Uint8Array, host: ZipHost): Workbook | Refusal {
	const pkg = openPackage(bytes, host);
	if (isRefusal(pkg)) return pkg;
	const main = mainPartOf(pkg);
	if (isRefusal(main)) return main;
	const book = scanPart(pkg, main);
	if (isRefusal(book)) return book;
	const links = relationshipsOf(pkg, main);
	if (isRefusal(links)) return links;
	const shared = links.find(({ type }) => type === 'sharedStrings')?.part ?? null;
	const strings = shared === null ? [] : readStrings(pkg, shared);
	if (isRefusal(strings)) return strings;
	const properties = child(book, 0, 'x:workbookPr');
	const date1904 = ['1', 'true'].includes((properties < 0 ? undefined : attr(book, properties, 'date1904')) ?? '');
	const sheets: Sheet[] = [];
	const grids: Grid[] = [];
	for (const sheet of children(book, child(book, 0, 'x:sheets'), 'x:sheet')) {
		const name = attr(book, sheet, 'name') ?? '';
		const link = links.find(({ id }) => id === attr(book, sheet, 'r:id'));
		if (link === undefined || link.part === null || link.type !== 'worksheet') continue;
		const xml = scanPart(pkg, link.part);
		if (isRefusal(xml)) return xml;
		sheets.push({ name, part: link.part, xml });
		grids.push(gridOf(name, xml, strings, date1904));
	}
	return { pkg, sheets, grids };
}

function readStrings(pkg: OpcPackage, part: string): readonly string[] | Refusal {
	const xml = scanPart(pkg, part);
	return isRefusal(xml) ? xml : children(xml, 0, 'x:si').map((si) => stringOf(xml, si));
}

function cellOf(xml: XmlDocument, cell: number, strings: readonly string[]): GridCell {
	const type = attr(xml, cell, 't') ?? 'n';
	const formula = child(xml, cell, 'x:f') >= 0;
	const value = child(xml, cell, 'x:v');
	const raw = value < 0 ? '' : textOf(xml, value);
	switch (type) {
		case 's':
			return { text: strings[Number(raw)] ?? '', formula, number: null };
		case 'inlineStr':
			return { text: stringOf(xml, child(xml, cell, 'x:is')), formula, number: null };
		case 'str':
		case 'e':
		case 'b':
		case 'd':
			return { text: raw, formula, number: null };
		default: {
			const number = raw === '' ? Number.NaN : Number(raw);
			return { text: raw, formula, number: Number.isFinite(number) ? number : null };
		}
	}
}

function gridOf(name: string, xml: XmlDocument, strings: readonly string[], date1904: boolean): Grid {
	let last = 0;
	const rows = children(xml, child(xml, 0, 'x:sheetData'), 'x:row').map((element) => {
		const row = Number(attr(xml, element, 'r') ?? last + 1);
		last = row;
		let column = 0;
		const cells = new Map<number, GridCell>();
		for (const cell of children(xml, element, 'x:c')) {
			column = placeOf(attr(xml, cell, 'r'))?.column ?? column + 1;
			cells.set(column, cellOf(xml, cell, strings));
		}
		return { row, cells };
	});
	const merges = children(xml, child(xml, 0, 'x:mergeCells'), 'x:mergeCell').flatMap((element): readonly Merge[] => {
		const [from, to] = (attr(xml, element, 'ref') ?? '').split(':');
		const first = placeOf(from);
		const end = placeOf(to ?? from);
		return first === null || end === null
			? []
			: [{ top: first.row, left: first.column, bottom: end.row, right: end.column }];
	});
	return { name, rows, merges, date1904 };
}

interface Splice {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/**
 * The workbook with these cells written: styles, validations, notes, widths and every other cell keep their bytes. A cell
 * that has the value already is left alone. Rows of `appends` go into the empty rows that follow, else behind the last one.
 * @throws RangeError when a sheet or a row is not there: a defect of the caller.
 */
export function writeXlsx(
	{ pkg, sheets, grids }: Workbook,
	writes: readonly CellWrite[],
	host: ZipHost,
	appends: readonly RowAppend[] = [],
): Uint8Array {
	const changed = new Map<string, Uint8Array>();
	for (const [at, sheet] of sheets.entries()) {
		const added = appends.filter((append) => append.sheet === sheet.name);
		const placed = placeRows(sheet.xml, grids[at], added);
		const own = [...writes, ...placed.writes].filter((write) => write.sheet === sheet.name && !holds(grids[at], write));
		if (own.length + placed.rows.length === 0) continue;
		const splices = [
			...own.map((write) => spliceOf(sheet.xml, write)),
			...newRows(sheet.xml, placed.rows),
			...wider(sheet.xml, placed.rows),
		];
		const part = readPartText(pkg, sheet.part);
		if (isRefusal(part)) continue;
		changed.set(sheet.part, encodePart({ ...part, text: applyTextEdits(sheet.xml.text, joined(splices)) }));
	}
	const stray = writes.find((write) => !sheets.some(({ name }) => name === write.sheet));
	if (stray !== undefined) throw new RangeError(`no sheet ${stray.sheet}`);
	return rewritePackage(pkg, changed, host);
}

interface NewRow {
	readonly row: number;
	/** Cells by column, each with the style that the column has above. */
	readonly cells: readonly { readonly column: number; readonly value: string | number; readonly style?: string }[];
}

/** Where added rows go: cells of rows that are there and empty, and rows to be made. */
function placeRows(
	xml: XmlDocument,
	grid: Grid | undefined,
	appends: readonly RowAppend[],
): { readonly writes: readonly CellWrite[]; readonly rows: readonly NewRow[] } {
	const writes: CellWrite[] = [];
	const rows: NewRow[] = [];
	const there = new Map((grid?.rows ?? []).map(({ row, cells }) => [row, cells]));
	const taken = (row: number): boolean => {
		const merged = grid?.merges.some(({ top, bottom }) => row >= top && row <= bottom) ?? false;
		return merged || [...(there.get(row)?.values() ?? [])].some(({ text }) => text.trim() !== '');
	};
	let next = 0;
	for (const { sheet, after, like, cells } of appends) {
		next = Math.max(next, after + 1);
		while (taken(next)) next++;
		if (there.has(next)) for (const [column, value] of cells) writes.push({ sheet, row: next, column, value });
		else {
			const styles = like === null ? new Map<number, string>() : stylesOf(xml, like);
			rows.push({
				row: next,
				cells: [...cells]
					.sort(([a], [b]) => a - b)
					.map(([column, value]) => {
						const style = styles.get(column);
						return { column, value, ...(style === undefined ? {} : { style }) };
					}),
			});
		}
		next++;
	}
	return { writes, rows };
}

/** Styles of the cells of a row by column. */
function stylesOf(xml: XmlDocument, row: number): ReadonlyMap<number, string> {
	const element = rowsOf(xml).find((each) => each.row === row)?.element;
	if (element === undefined) return new Map();
	let column = 0;
	return new Map(
		children(xml, element, 'x:c').flatMap((cell) => {
			column = placeOf(attr(xml, cell, 'r'))?.column ?? column + 1;
			const style = attr(xml, cell, 's');
			return style === undefined ? [] : [[column, style] as const];
		}),
	);
}

function rowsOf(xml: XmlDocument): readonly { readonly row: number; readonly element: number }[] {
	let row = 0;
	return children(xml, child(xml, 0, 'x:sheetData'), 'x:row').map((element) => {
		row = Number(attr(xml, element, 'r') ?? row + 1);
		return { row, element };
	});
}

/** One splice a place where rows are put in; a sheetData without rows is opened. */
function newRows(xml: XmlDocument, rows: readonly NewRow[]): readonly (Splice & { readonly column: number })[] {
	if (rows.length === 0) return [];
	const data = child(xml, 0, 'x:sheetData');
	const tag = xml.text.slice(xml.start[data], xml.tagEnd[data]);
	const prefix = /^<([^\s/>:]*:)?sheetData/.exec(tag)?.[1] ?? '';
	const known = rowsOf(xml);
	const text = ({ row, cells }: NewRow): string => {
		const inner = cells.map(({ column, value, style }) => cellXml(prefix, row, column, value, style));
		return `<${prefix}row r="${row}">${inner.join('')}</${prefix}row>`;
	};
	if (tag.endsWith('/>')) {
		const end = xml.tagEnd[data] ?? 0;
		return [{ start: end - 2, end, column: 0, text: `>${rows.map(text).join('')}</${prefix}sheetData>` }];
	}
	return rows.map((each) => {
		const behind = known.find(({ row }) => row > each.row)?.element;
		const start = (behind === undefined ? xml.closeStart[data] : xml.start[behind]) ?? 0;
		return { start, end: start, column: each.row, text: text(each) };
	});
}

/** The range that the sheet says it uses, when added rows go beyond it. */
function wider(xml: XmlDocument, rows: readonly NewRow[]): readonly (Splice & { readonly column: number })[] {
	const element = child(xml, 0, 'x:dimension');
	const [from, to] = (element < 0 ? '' : (attr(xml, element, 'ref') ?? '')).split(':');
	const end = placeOf(to ?? from);
	if (end === null || rows.length === 0) return [];
	const row = Math.max(end.row, ...rows.map((each) => each.row));
	const column = Math.max(end.column, ...rows.flatMap(({ cells }) => cells.map((cell) => cell.column)));
	if (row === end.row && column === end.column) return [];
	const start = xml.start[element] ?? 0;
	const tag = xml.text.slice(start, xml.end[element]);
	const text = tag.replace(/ref="[^"]*"|ref='[^']*'/, `ref="${from}:${letters(column)}${row}"`);
	return [{ start, end: start + tag.length, column: 0, text }];
}

function holds(grid: Grid | undefined, { row, column, value }: CellWrite): boolean {
	const cell = grid?.rows.find((each) => each.row === row)?.cells.get(column);
	if (cell === undefined) return value === '';
	return typeof value === 'number' ? cell.number === value : cell.text === value && cell.number === null;
}

/** New cells of one row may be put in at one place: their texts follow each other by column. */
function joined(splices: readonly (Splice & { readonly column: number })[]): readonly Splice[] {
	const byPlace = new Map<string, (Splice & { readonly column: number })[]>();
	for (const splice of splices) {
		const key = `${splice.start}:${splice.end}`;
		byPlace.set(key, [...(byPlace.get(key) ?? []), splice]);
	}
	return [...byPlace.values()].map((group) => {
		const [first] = group;
		const text = [...group]
			.sort((a, b) => a.column - b.column)
			.map((each) => each.text)
			.join('');
		return { start: first?.start ?? 0, end: first?.end ?? 0, text };
	});
}

function spliceOf(xml: XmlDocument, write: CellWrite): Splice & { readonly column: number } {
	const { row, column, value } = write;
	const data = child(xml, 0, 'x:sheetData');
	let number = 0;
	for (const element of children(xml, data, 'x:row')) {
		number = Number(attr(xml, element, 'r') ?? number + 1);
		if (number !== row) continue;
		const prefix = /^<([^\s/>:]*:)?row/.exec(xml.text.slice(xml.start[element]))?.[1] ?? '';
		let at = 0;
		for (const cell of children(xml, element, 'x:c')) {
			at = placeOf(attr(xml, cell, 'r'))?.column ?? at + 1;
			const start = xml.start[cell] ?? 0;
			const end = xml.end[cell] ?? 0;
			if (at === column) return { start, end, column, text: cellXml(prefix, row, column, value, attr(xml, cell, 's')) };
			if (at > column) return { start, end: start, column, text: cellXml(prefix, row, column, value, undefined) };
		}
		const close = xml.closeStart[element] ?? 0;
		const tagEnd = xml.tagEnd[element] ?? 0;
		const text = cellXml(prefix, row, column, value, undefined);
		if (xml.text[tagEnd - 2] !== '/') return { start: close, end: close, column, text };
		// <row …/> is opened.
		return { start: tagEnd - 2, end: tagEnd, column, text: `>${text}</${prefix}row>` };
	}
	throw new RangeError(`no row ${row} in ${write.sheet}`);
}

function cellXml(
	prefix: string,
	row: number,
	column: number,
	value: string | number,
	style: string | undefined,
): string {
	const place = `${prefix}c r="${letters(column)}${row}"${style === undefined ? '' : ` s="${style}"`}`;
	if (value === '') return `<${place}/>`;
	if (typeof value === 'number') return `<${place}><${prefix}v>${value}</${prefix}v></${prefix}c>`;
	const space = /^\s|\s$/.test(value) ? ' xml:space="preserve"' : '';
	return `<${place} t="inlineStr"><${prefix}is><${prefix}t${space}>${escapeText(value)}</${prefix}t></${prefix}is></${prefix}c>`;
}
