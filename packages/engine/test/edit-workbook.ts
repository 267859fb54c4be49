/** What a person does to a workbook in Excel, on the bytes: rows moved, copied, cells filled in. */

import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { readCsv, readXlsx, type Workbook, writeCsv, writeXlsx } from '@bianxu/packet';
import { isRefusal, openPackage, readPartText, rewritePackage } from '../../opc/src/index.ts';

const host = {
	inflateRaw: (data: Uint8Array, maxOutput: number) =>
		new Uint8Array(inflateRawSync(data, { maxOutputLength: maxOutput })),
	deflateRaw: (data: Uint8Array) => new Uint8Array(deflateRawSync(data)),
};

function opened(bytes: Uint8Array): Workbook {
	const book = readXlsx(bytes, host);
	if (isRefusal(book)) throw new Error(book.message.en);
	return book;
}

const isCsv = (bytes: Uint8Array): boolean => bytes[0] === 0xef;
const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** Name of the part of a sheet. */
export function sheetPart(bytes: Uint8Array, name: string): string {
	return opened(bytes).sheets.find((sheet) => sheet.name === name)?.part ?? '';
}

/** Texts of all parts by name. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
	const pkg = openPackage(bytes, host);
	if (isRefusal(pkg)) throw new Error(pkg.message.en);
	return new Map(
		[...pkg.entries.keys()].map((name) => {
			const part = readPartText(pkg, name);
			return [name, isRefusal(part) ? '' : part.text] as const;
		}),
	);
}

/**
 * The sheet 材料 with other rows below its head (each a list of cells as XML, which are renumbered), the cells of the
 * column of items merged over the first two.
 */
export function personEdits(bytes: Uint8Array, change: (rows: string[][]) => readonly string[][]): Buffer {
	const book = opened(bytes);
	const sheet = book.sheets.find(({ name }) => name === '材料');
	if (sheet === undefined) throw new Error('no sheet');
	const rows = [...sheet.xml.text.matchAll(/<row r="\d+">(.*?)<\/row>/gsu)].map(([, inner = '']) =>
		[...inner.matchAll(/<c [^>]*?(?:\/>|>.*?<\/c>)/gsu)].map(([cell]) => cell),
	);
	const [head = [], ...body] = rows;
	const next = [head, ...change(body)].map((cells, at) => {
		const placed = cells.map((cell) => cell.replace(/r="([A-Z]+)\d+"/, `r="$1${at + 1}"`));
		return `<row r="${at + 1}">${placed.join('')}</row>`;
	});
	const text = sheet.xml.text
		.replace(/<sheetData>.*<\/sheetData>/su, `<sheetData>${next.join('')}</sheetData>`)
		.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="F3:F4"/></mergeCells>');
	return Buffer.from(rewritePackage(book.pkg, new Map([[sheet.part, new TextEncoder().encode(text)]]), host));
}

/** The workbook with one more row behind the last one of a sheet. */
export function withRow(bytes: Uint8Array, sheet: string, values: readonly string[]): Buffer {
	const cells = new Map(values.map((value, at) => [at + 1, value] as const));
	if (isCsv(bytes)) {
		const csv = readCsv(textOf(bytes));
		const after = csv.grids.find(({ name }) => name === sheet)?.rows.at(-1)?.row ?? 0;
		return Buffer.from(writeCsv(csv, [], [{ sheet, after, like: null, cells }]));
	}
	const book = opened(bytes);
	const after = book.grids.find(({ name }) => name === sheet)?.rows.at(-1)?.row ?? 1;
	return Buffer.from(writeXlsx(book, [], host, [{ sheet, after, like: null, cells }]));
}

/** The workbook with one cell filled in. */
export function bookCell(bytes: Uint8Array, sheet: string, place: string, value: string): Buffer {
	const column = place.charCodeAt(0) - 64;
	return Buffer.from(writeXlsx(opened(bytes), [{ sheet, row: Number(place.slice(1)), column, value }], host));
}

/** The CSV file with one field of the line of 印制 that names a paper filled in. */
export function csvCell(bytes: Uint8Array, paper: string, column: number, value: string): Buffer {
	const csv = readCsv(textOf(bytes));
	const grid = csv.grids.find(({ name }) => name === '印制');
	const row = grid?.rows.find(({ cells }) => cells.get(2)?.text === paper)?.row ?? 0;
	return Buffer.from(writeCsv(csv, [{ sheet: '印制', row, column, value }]));
}

/** Texts of the rows of a sheet that say anything, eight columns each. */
export function sheetRows(bytes: Uint8Array, sheet: string, extension: string): readonly (readonly string[])[] {
	const grids = extension === 'csv' ? readCsv(textOf(bytes)).grids : opened(bytes).grids;
	return (grids.find(({ name }) => name === sheet)?.rows ?? []).map(({ cells }) =>
		Array.from({ length: 8 }, (_, at) => cells.get(at + 1)?.text ?? ''),
	);
}
