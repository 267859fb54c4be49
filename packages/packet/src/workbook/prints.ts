/**
 * The sheet 印制 and the print ledger (packets.md §6): each batch of the ledger stands in one row. A person may fill in
 * where copies went and that they were collected, or write a row without 批次 for a print that is to be recorded.
 */

import { type Binding, contentsId, type Day, type Lock, type Manifest, type PrintRecord } from '@bianxu/model';
import { type CellWrite, plainName, type RowAppend, type Table, type TableRow } from './grid.ts';
import { dayIn, orderIn, sheetTable, textIn, type WorkbookRequest } from './reading.ts';
import { cellWords, codeOf } from './words.ts';

/** A paper of the packet as people name it in a sheet. */
export interface NamedPaper {
	readonly id: string;
	/** Title; the kind for a paper without a number. */
	readonly name: string;
}

/** One row of 印制 as read. */
export interface PrintRow {
	readonly row: number;
	/** null: no paper has that name, or several have. */
	readonly id: string | null;
	/** The name as written, for messages. */
	readonly name: string;
	/** 批次; null for a row that a person added. */
	readonly batch: number | null;
	readonly copies: number | null;
	readonly serials: string;
	/** undefined: not a binding; null: not said. */
	readonly binding: Binding | null | undefined;
	readonly where: string;
	/** YYYY-MM-DD, or whatever else stands there (是, 已收回); '' for nothing. */
	readonly recalled: string;
	readonly cells: TableRow['cells'];
}

/** The sheet 印制 as read, with what is needed to write it. */
export interface PrintSheet {
	readonly table: Table;
	readonly rows: readonly PrintRow[];
}

/** What the contents is called in a sheet. */
const contentsName = '目录';

/** Names by which papers are told apart: one that two papers have gets the id behind it. */
export function uniqueNames(papers: readonly NamedPaper[]): readonly NamedPaper[] {
	const counts = new Map<string, number>();
	for (const { name } of papers) counts.set(plainName(name), (counts.get(plainName(name)) ?? 0) + 1);
	return papers.map(({ id, name }) => ({
		id,
		name: (counts.get(plainName(name)) ?? 0) > 1 ? `${name}（${id}）` : name,
	}));
}

/** Names of all papers as the tool writes them into 印制 and 审核. */
export function paperNames({ items, unnumbered }: Manifest): readonly NamedPaper[] {
	return uniqueNames([
		{ id: contentsId, name: contentsName },
		...items.flatMap((item) => item.materials.map(({ id, title }) => ({ id, name: title }))),
		...unnumbered.map(({ id, kind }) => ({ id, name: cellWords.unnumbered[kind][0] })),
	]);
}

/** The paper that a cell names, by id or by name; null for none or several. */
export function paperNamed(text: string, papers: readonly NamedPaper[]): string | null {
	const plain = plainName(text);
	const found = papers.filter(({ id, name }) => id === text || plainName(name) === plain);
	return found.length === 1 ? (found[0]?.id ?? null) : null;
}

/** Reads the sheet 印制; null when the workbook has none. */
export function readPrintSheet(grids: WorkbookRequest['grids'], papers: readonly NamedPaper[]): PrintSheet | null {
	const table = sheetTable(grids, 'print');
	if (table === null) return null;
	const rows = table.rows.map((row): PrintRow => {
		const name = textIn(row, 'material');
		const binding = textIn(row, 'binding');
		return {
			row: row.row,
			id: paperNamed(name, papers),
			name,
			batch: orderIn(textIn(row, 'batch').replace(/批$/u, '')),
			copies: orderIn(textIn(row, 'copies')),
			serials: textIn(row, 'serials'),
			binding: binding === '' ? null : (codeOf(cellWords.binding, binding) ?? undefined),
			where: textIn(row, 'where'),
			recalled: dayIn(row.cells.get('recalled'), table.date1904),
			cells: row.cells,
		};
	});
	return { table, rows };
}

/** A record with its place in the ledger: the batch counts prints of the paper, the edition its contents. */
export interface NumberedPrint {
	readonly record: PrintRecord;
	readonly batch: number;
	readonly edition: number;
}

/** Numbers the prints of the ledger, paper by paper in the order of recording. */
export function numberedPrints(lock: Lock): readonly NumberedPrint[] {
	const batches = new Map<string, number>();
	const editions = new Map<string, string[]>();
	return (lock.prints ?? []).map((record) => {
		const batch = (batches.get(record.id) ?? 0) + 1;
		batches.set(record.id, batch);
		const known = editions.get(record.id) ?? [];
		if (!known.includes(record.sha256)) editions.set(record.id, [...known, record.sha256]);
		return { record, batch, edition: (editions.get(record.id) ?? []).indexOf(record.sha256) + 1 };
	});
}

/** Rows and cells that bring the sheet to what the ledger says. Cells in which a person wrote keep their words. */
export function printCells(
	{ table, rows }: PrintSheet,
	lock: Lock,
	papers: readonly NamedPaper[],
): { readonly writes: readonly CellWrite[]; readonly appends: readonly RowAppend[] } {
	const writes: CellWrite[] = [];
	const appends: RowAppend[] = [];
	const { sheet, columns, head } = table;
	const adopted = new Set<PrintRow>();
	const after = Math.max(head, ...table.rows.map(({ row }) => row));
	for (const { record, batch, edition } of numberedPrints(lock)) {
		const name = papers.find(({ id }) => id === record.id)?.name ?? record.id;
		const values: Readonly<Record<string, string | number>> = {
			batch,
			material: name,
			edition,
			copies: record.copies,
			serials: record.serials,
			binding: cellWords.binding[record.binding][0],
			where: record.where,
			recalled: record.recalled ?? '',
		};
		const own =
			rows.find((row) => row.id === record.id && row.batch === batch) ??
			rows.find((row) => row.id === record.id && row.batch === null && !adopted.has(row) && speaksOf(row, record));
		if (own !== undefined) adopted.add(own);
		if (own === undefined) {
			const cells = Object.entries(values).flatMap(([column, value]) => {
				const at = columns.get(column);
				return at === undefined ? [] : [[at, value] as const];
			});
			appends.push({ sheet, after, like: after === head ? null : after, cells: new Map(cells) });
			continue;
		}
		for (const [column, value] of Object.entries(values)) {
			const at = columns.get(column);
			// 版次 is the tool's; the others are filled where a person left them empty.
			const open = column === 'edition' || !own.cells.has(column);
			if (at !== undefined && open && value !== '') writes.push({ sheet, row: own.row, column: at, value });
		}
	}
	return { writes, appends };
}

/** True when everything that a person wrote into a row without 批次 is so in the record: the row is that batch. */
function speaksOf({ copies, serials, binding, where, recalled }: PrintRow, record: PrintRecord): boolean {
	return (
		(copies === null || copies === record.copies) &&
		(serials === '' || serials === record.serials) &&
		(binding === null || binding === record.binding) &&
		(where === '' || where === record.where) &&
		(recalled === '') === (record.recalled === null)
	);
}

/** What is wrong with a row of 印制. */
export interface PrintFault {
	readonly row: number;
	/** Nobody knows what the row means: nothing of the sheet is recorded. */
	readonly stops: boolean;
	readonly zh: string;
	readonly en: string;
}

/** What people wrote into 印制 that the ledger does not know. */
export interface PrintEntries {
	/** Rows without 批次: prints to be recorded. */
	readonly fresh: readonly PrintRow[];
	/** Batches of which a person filled in where they went, or that they came back. */
	readonly moved: readonly {
		readonly record: PrintRecord;
		readonly where: string;
		readonly recalled: Day | '' | null;
	}[];
	/** Rows that name nothing (`stops`), or contradict the ledger, which then counts: what is wrong, in words. */
	readonly faults: readonly PrintFault[];
}

/** Compares the sheet with the ledger. `recalled` of a moved batch: '' for collected on a day that nobody wrote. */
export function printEntries({ rows }: PrintSheet, lock: Lock): PrintEntries {
	const fresh: PrintRow[] = [];
	const moved: { record: PrintRecord; where: string; recalled: Day | '' | null }[] = [];
	const faults: PrintFault[] = [];
	const seen = new Set<string>();
	for (const row of rows) {
		const fault = (zh: string, en: string, stops = true): void => {
			faults.push({ row: row.row, stops, zh, en });
		};
		if (row.id === null) {
			fault(
				`材料「${row.name}」找不到或不止一份，请写标题或标识`,
				`the paper "${row.name}" is not found, or there are several`,
			);
			continue;
		}
		if (row.binding === undefined) {
			fault('装订应为 散页、订书钉、骑马订 之一', 'the binding is not understood');
			continue;
		}
		if (row.batch === null) {
			fresh.push(row);
			continue;
		}
		const key = `${row.id} ${row.batch}`;
		const twice = seen.has(key);
		seen.add(key);
		const known = numberedPrints(lock).find(({ record, batch }) => record.id === row.id && batch === row.batch);
		if (twice || known === undefined) {
			fault(
				twice
					? `批次${row.batch}与上面的行相同，是复制来的行：新印的一批请清空批次`
					: `台账里没有这份材料的第${row.batch}批：新印的一批请清空批次`,
				twice ? 'the batch is that of a row above' : 'the ledger has no such batch',
			);
			continue;
		}
		const { record } = known;
		if (row.copies !== null && row.copies !== record.copies)
			fault(
				`份数${row.copies}与台账的${record.copies}不符，以台账为准`,
				`${row.copies} copies here, ${record.copies} in the ledger, which counts`,
				false,
			);
		const where = row.where !== '' && record.where === '' ? row.where : '';
		const back = row.recalled !== '' && record.recalled === null && !/^(?:否|未|没有)/u.test(row.recalled);
		const recalled = back ? (/^\d{4}-\d{2}-\d{2}$/.test(row.recalled) ? row.recalled : '') : null;
		if (where !== '' || recalled !== null) moved.push({ record, where, recalled });
	}
	return { fresh, moved, faults };
}
