/** What reading a workbook gathers, and how single cells are understood. */

import type { Bilingual, Lock } from '@bianxu/model';
import { scanNumber } from '@bianxu/numbering';
import { type CellWrite, type Grid, type GridCell, plainName, type Table, tableOf, type TableRow } from './grid.ts';
import { cellWords, codeOf, columnNames, sheetNames } from './words.ts';

/** Something that only a person can answer; the plan waits for it. */
export interface Question {
	readonly sheet: string;
	/** Row in the sheet; null when it is about the whole sheet. */
	readonly row: number | null;
	readonly message: Bilingual;
}

export interface WorkbookRequest {
	readonly grids: readonly Grid[];
	readonly lock: Lock | null;
	/** Content hashes of the files named, by path as written; a file that is not there is absent. */
	readonly files: ReadonlyMap<string, string>;
	/** Hash of a text in hex: new ids come from it. */
	readonly hash: (text: string) => string;
}

/** Files that the sheets name, for the caller to hash before it asks for the manifest. */
export function filesNamed(grids: readonly Grid[]): readonly string[] {
	return ['material', 'other'].flatMap((sheet) => {
		const table = sheetTable(grids, sheet as 'material' | 'other');
		return table === null ? [] : table.rows.flatMap((row) => textIn(row, 'file') || []);
	});
}

/** The table of a sheet by what it is for; null when it is not there. */
export function sheetTable(grids: readonly Grid[], sheet: keyof typeof columnNames): Table | null {
	const names: readonly string[] = sheetNames[sheet];
	const grid = grids.find((each) => names.includes(plainName(each.name)));
	return grid === undefined ? null : tableOf(grid, columnNames[sheet]);
}

/** Text of a cell without blanks around it. */
export const textIn = (row: TableRow, column: string): string => (row.cells.get(column)?.text ?? '').trim();

/** A day as a person or a spreadsheet writes it: 2026-11-26, 2026年11月26日, 2026/11/26, or a serial number; '' for none. */
export function dayIn(cell: GridCell | undefined, date1904: boolean): string {
	if (cell === undefined) return '';
	const { number, text } = cell;
	if (number !== null && number > 20_000 && number < 80_000) {
		// Serial days of a spreadsheet count from 1899-12-30, or from 1904-01-01.
		const base = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
		return new Date(base + Math.floor(number) * 86_400_000).toISOString().slice(0, 10);
	}
	const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC').replaceAll(/\s/g, ''));
	if (match === null) return text.trim();
	return `${match[1]}-${(match[2] ?? '').padStart(2, '0')}-${(match[3] ?? '').padStart(2, '0')}`;
}

/** 「5」「５」「五」「第五项」 as a number; null for anything else. */
export function orderIn(text: string): number | null {
	const plain = text.normalize('NFKC').replaceAll(/[\s\u3000]/gu, '');
	const inner = /^第?(.{1,6}?)(?:项|个|份)?$/u.exec(plain)?.[1] ?? '';
	const scanned = scanNumber(inner, 0);
	return scanned !== null && scanned.end === inner.length ? scanned.value : null;
}

/** What the reading gathers. */
export interface Reading {
	readonly request: WorkbookRequest;
	readonly questions: Question[];
	readonly notices: Question[];
	readonly writes: CellWrite[];
}

/** Adds a question. */
export function ask(reading: Reading, sheet: string, row: number | null, zh: string, en: string): void {
	reading.questions.push({ sheet, row, message: { zh, en } });
}

/** A row of 材料 as read. */
export interface RawMaterial {
	readonly row: number;
	readonly order: number;
	readonly item: string;
	readonly id: string;
	readonly title: string;
	readonly target: string;
	readonly nature: string;
	readonly fields: Readonly<Record<string, unknown>>;
}

/** A row of 议程 as read. */
export interface RawItem {
	readonly row: number;
	readonly order: number;
	readonly id: string;
	readonly title: string;
	readonly fields: Readonly<Record<string, unknown>>;
}

/** A new id that nobody has or had. */
export function freshId(reading: Reading, seed: string, taken: ReadonlySet<string>): string {
	const known = new Set([
		...taken,
		...(reading.request.lock?.materials ?? []).map(({ id }) => id),
		...(reading.request.lock?.tombstones ?? []).map(({ id }) => id),
	]);
	for (let salt = 0; ; salt++) {
		const id = `M${reading.request.hash(`${seed} ${salt}`).slice(0, 6).toUpperCase()}`;
		if (!known.has(id)) return id;
	}
}

/** A line of 变更: who approved, what is done to whom. */
export interface ChangeLine {
	readonly row: number;
	readonly action: 'withdraw' | 'move' | 'swap' | 'mistake';
	readonly object: string;
	readonly reason: string;
}

/** The lines of 变更 that are more than additions. */
export function readChanges(reading: Reading): readonly ChangeLine[] {
	const table = sheetTable(reading.request.grids, 'change');
	if (table === null) return [];
	return table.rows.flatMap((row): readonly ChangeLine[] => {
		const word = textIn(row, 'action');
		// Additions are rows of the sheets themselves.
		if (['增', '增加', '新增', ''].includes(plainName(word))) return [];
		const action = codeOf(cellWords.change, word);
		const object = textIn(row, 'object');
		if (action === null || object === '') {
			ask(
				reading,
				table.sheet,
				row.row,
				`「变更」表第${row.row}行：动作应为 增、撤、移、换、误录 之一，并写明对象`,
				`row ${row.row}: action and object are not understood`,
			);
			return [];
		}
		return [{ row: row.row, action, object, reason: textIn(row, 'reason') || textIn(row, 'approved') }];
	});
}

/** The item that a cell names by title, order or id; null for none. */
export function itemOf(text: string, items: readonly RawItem[]): RawItem | null {
	const plain = plainName(text);
	const order = orderIn(text);
	const found = items.filter((item) => item.id === text || plainName(item.title) === plain);
	if (found.length === 1) return found[0] ?? null;
	return order === null ? null : (items.find((item) => item.order === order) ?? null);
}
