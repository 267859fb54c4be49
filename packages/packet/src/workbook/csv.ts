/** The same tables in one CSV file: a line that holds only 【材料】 begins the table 材料. Read and written by position. */

import { applyTextEdits } from '@bianxu/model';
import type { CellWrite, Grid, GridCell, RowAppend } from './grid.ts';

interface Field {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** Fields of each line with their places; quotes may hold commas and line ends (RFC 4180). */
function linesOf(text: string): readonly (readonly Field[])[] {
	const lines: Field[][] = [];
	let line: Field[] = [];
	let at = text.startsWith('\ufeff') ? 1 : 0;
	while (at <= text.length) {
		const start = at;
		let value = '';
		if (text[at] === '"') {
			at++;
			while (at < text.length) {
				if (text[at] === '"' && text[at + 1] === '"') {
					value += '"';
					at += 2;
				} else if (text[at] === '"') {
					at++;
					break;
				} else value += text[at++];
			}
		}
		while (at < text.length && text[at] !== ',' && text[at] !== '\n' && text[at] !== '\r') value += text[at++];
		line.push({ start, end: at, text: value });
		if (text[at] === ',') {
			at++;
			continue;
		}
		if (at < text.length || line.length > 1 || value !== '') lines.push(line);
		line = [];
		if (at >= text.length) break;
		at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
	}
	return lines;
}

/** A CSV file that was read. */
export interface CsvBook {
	readonly text: string;
	readonly lines: readonly (readonly Field[])[];
	readonly grids: readonly Grid[];
}

const heading = /^【(.{1,10})】$/u;

function headingOf(line: readonly Field[]): string | null {
	const [first, ...rest] = line;
	if (first === undefined || rest.some(({ text }) => text.trim() !== '')) return null;
	return heading.exec(first.text.trim())?.[1] ?? null;
}

/** Reads the tables of a CSV text. Rows count through the file, so that a message names the line of the sheet. */
export function readCsv(text: string): CsvBook {
	const lines = linesOf(text);
	const grids: { name: string; rows: { row: number; cells: ReadonlyMap<number, GridCell> }[] }[] = [];
	lines.forEach((line, at) => {
		const name = headingOf(line);
		if (name !== null) {
			grids.push({ name, rows: [] });
			return;
		}
		if (grids.length === 0) grids.push({ name: '材料', rows: [] });
		const cells = new Map(line.map(({ text: value }, column) => [column + 1, cellOf(value)] as const));
		grids.at(-1)?.rows.push({ row: at + 1, cells });
	});
	return { text, lines, grids: grids.map((grid) => ({ ...grid, merges: [], date1904: false })) };
}

/** A leading apostrophe keeps a spreadsheet from computing a text; it is none of the text. */
function cellOf(value: string): GridCell {
	const text = value.startsWith("'") ? value.slice(1) : value;
	return { text, formula: value.startsWith('='), number: null };
}

/** A value as a field: quoted where it must be, never a formula. */
export function fieldText(value: string | number): string {
	const text = String(value);
	// A spreadsheet computes what begins so, and takes 12-1 for the first of December.
	const safe = /^[=+@-]|^\d{1,3}-\d{1,3}$/.test(text) ? `'${text}` : text;
	return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The text with these cells written and rows added; all other fields keep their characters. */
export function writeCsv(
	{ text, lines }: CsvBook,
	writes: readonly CellWrite[],
	appends: readonly RowAppend[] = [],
): string {
	const edits: { start: number; end: number; text: string }[] = [];
	const beyond = new Map<number, Map<number, string>>();
	for (const { row, column, value } of writes) {
		const line = lines[row - 1];
		const field = line?.[column - 1];
		if (line === undefined) throw new RangeError(`no line ${row}`);
		if (field === undefined) beyond.set(row, (beyond.get(row) ?? new Map()).set(column, fieldText(value)));
		else if (field.text !== String(value)) edits.push({ start: field.start, end: field.end, text: fieldText(value) });
	}
	for (const [row, fields] of beyond) {
		const line = lines[row - 1] ?? [];
		const end = line.at(-1)?.end ?? 0;
		const last = Math.max(...fields.keys());
		const added = Array.from({ length: last - line.length }, (_, at) => `,${fields.get(line.length + 1 + at) ?? ''}`);
		edits.push({ start: end, end, text: added.join('') });
	}
	// Rows behind one line come in one piece, in their order.
	const added = new Map<number, string[]>();
	for (const { after, cells } of appends) {
		const last = Math.max(...cells.keys());
		const fields = Array.from({ length: last }, (_, at) => fieldText(cells.get(at + 1) ?? ''));
		added.set(after, [...(added.get(after) ?? []), fields.join(',')]);
	}
	for (const [after, rows] of added) {
		const end = lines[after - 1]?.at(-1)?.end ?? text.length;
		const inserted = rows.map((row) => `\r\n${row}`).join('');
		// Cells that are put behind the same line stand in front of the new rows.
		const same = edits.find((edit) => edit.start === end && edit.end === end);
		if (same === undefined) edits.push({ start: end, end, text: inserted });
		else same.text += inserted;
	}
	return applyTextEdits(text, edits);
}
