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
	scanXml,
	textOf,
	type XmlDocument,
} from '@bianxu/opc';
import type { CellWrite, Grid, GridCell, Merge } from './grid.ts';

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

function readXml(pkg: OpcPackage, part: string): XmlDocument | Refusal {
	const text = readPartText(pkg, part);
	return isRefusal(text) ? text : scanXml(text.text, pkg.budgets);
}

/** Reads every worksheet. Refused: what is no workbook, or a damaged one. */
export function readXlsx(bytes: Uint8Array, host: ZipHost): Workbook | Refusal {
	const pkg = openPackage(bytes, host);
	if (isRefusal(pkg)) return pkg;
	const main = mainPartOf(pkg);
	if (isRefusal(main)) return main;
	const book = readXml(pkg, main);
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
		const xml = readXml(pkg, link.part);
		if (isRefusal(xml)) return xml;
		sheets.push({ name, part: link.part, xml });
		grids.push(gridOf(name, xml, strings, date1904));
	}
	return { pkg, sheets, grids };
}

function readStrings(pkg: OpcPackage, part: string): readonly string[] | Refusal {
	const xml = readXml(pkg, part);
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
 * that has the value already is left alone.
 * @throws RangeError when a sheet or a row is not there: a defect of the caller.
 */
export function writeXlsx({ pkg, sheets, grids }: Workbook, writes: readonly CellWrite[], host: ZipHost): Uint8Array {
	const changed = new Map<string, Uint8Array>();
	for (const [at, sheet] of sheets.entries()) {
		const own = writes.filter((write) => write.sheet === sheet.name && !holds(grids[at], write));
		if (own.length === 0) continue;
		const splices = own.map((write) => spliceOf(sheet.xml, write));
		const part = readPartText(pkg, sheet.part);
		if (isRefusal(part)) continue;
		changed.set(sheet.part, encodePart({ ...part, text: applyTextEdits(sheet.xml.text, joined(splices)) }));
	}
	const stray = writes.find((write) => !sheets.some(({ name }) => name === write.sheet));
	if (stray !== undefined) throw new RangeError(`no sheet ${stray.sheet}`);
	return rewritePackage(pkg, changed, host);
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
