/** The packet kept in a workbook (一览表.xlsx, .csv): read as a manifest, written back in the cells that the tool owns. */

import { readManifest } from '@bianxu/config';
import type { Lock, Manifest, Problem, RoleState } from '@bianxu/model';
import { isRefusal } from '@bianxu/opc';
import {
	type CellWrite,
	type CsvBook,
	filesNamed,
	manifestOfWorkbook,
	newCsvBook,
	newWorkbook,
	paperNames,
	printCells,
	type PrintSheet,
	type Question,
	readCsv,
	readPrintSheet,
	readXlsx,
	type RowAppend,
	type Workbook,
	type WorkbookManifest,
	writeCsv,
	writeXlsx,
} from '@bianxu/packet';
import { directoryOf, extensionOf, joinPath, nameOf } from './path.ts';
import { sameBytes, writeSafely } from './safe-write.ts';
import type { Session } from './session.ts';

/** A workbook that was read, with the way back. */
export interface OpenWorkbook {
	readonly manifest: Manifest;
	readonly problems: readonly Problem[];
	readonly read: WorkbookManifest;
	/** The sheet 印制; null when the workbook has none. */
	readonly prints: PrintSheet | null;
	/** The file with these cells written and rows added. */
	readonly write: (writes: readonly CellWrite[], appends: readonly RowAppend[]) => Uint8Array;
}

/** True for a packet that is kept in a workbook. */
export function isWorkbook(path: string): boolean {
	return ['.xlsx', '.xlsm', '.csv'].includes(extensionOf(path));
}

/** Text of a CSV file: UTF-8, else what Excel writes on a Chinese Windows. */
function csvText(bytes: Uint8Array): { readonly text: string; readonly utf8: boolean } {
	try {
		return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), utf8: true };
	} catch {
		return { text: new TextDecoder('gb18030').decode(bytes), utf8: false };
	}
}

const withMark = (text: string): Uint8Array =>
	new TextEncoder().encode(text.startsWith('\ufeff') ? text : `\ufeff${text}`);

/** Reads a workbook as a manifest. Questions that only a person can answer are refusals; nothing is guessed. */
export async function openWorkbook(
	session: Session,
	path: string,
	bytes: Uint8Array,
	lock: Lock | null,
): Promise<OpenWorkbook | { readonly refused: readonly Problem[] }> {
	const { world } = session;
	const isCsv = extensionOf(path) === '.csv';
	const csv = isCsv ? readCsv(csvText(bytes).text) : null;
	const xlsx = isCsv ? null : readXlsx(bytes, world);
	if (xlsx !== null && isRefusal(xlsx)) {
		const { zh, en } = xlsx.message;
		return {
			refused: [
				{
					code: 'workbook',
					message: { zh: `一览表读不出，请另存为 .xlsx：${zh}`, en: `the workbook cannot be read: ${en}` },
				},
			],
		};
	}
	const grids = csv?.grids ?? xlsx?.grids ?? [];
	const folder = directoryOf(path);
	const files = new Map<string, string>();
	for (const file of filesNamed(grids)) {
		// What leads out of the folder is refused by the manifest's own reader.
		if (file.startsWith('/') || file.includes('..') || file.includes('\\')) continue;
		const full = joinPath(folder, file);
		if ((await world.kindOf(full)) === 'file') files.set(file, world.sha256(await world.readFile(full)));
	}
	const hash = (text: string): string => world.sha256(new TextEncoder().encode(text));
	const read = manifestOfWorkbook({ grids, lock, files, hash });
	if (read.questions.length > 0) return { refused: read.questions.map((each) => problemOf(each, 'workbook-question')) };
	const { manifest, problems } = readManifest(read.text);
	if (manifest === null) return { refused: problems.map(withoutLine) };
	return {
		manifest,
		problems: [...problems.map(withoutLine), ...read.notices.map((each) => problemOf(each, 'workbook-notice'))],
		read,
		prints: readPrintSheet(grids, paperNames(manifest)),
		write: (writes, appends) => written(session, csv, xlsx, writes, appends, bytes),
	};
}

function written(
	session: Session,
	csv: CsvBook | null,
	xlsx: Workbook | null,
	writes: readonly CellWrite[],
	appends: readonly RowAppend[],
	bytes: Uint8Array,
): Uint8Array {
	if (xlsx !== null) return writeXlsx(xlsx, writes, session.world, appends);
	return csv === null ? bytes : withMark(writeCsv(csv, writes, appends));
}

function problemOf({ sheet, message }: Question, code: string): Problem {
	return { code, message: { zh: `「${sheet}」表：${message.zh}`, en: `sheet ${sheet}: ${message.en}` } };
}

/** The manifest of a workbook is one line: its number means nothing to a person. */
function withoutLine({ code, message }: Problem): Problem {
	return {
		code,
		message: { zh: message.zh.replace(/^第\d+行：/u, ''), en: message.en.replace(/^line \d+: /, '') },
	};
}

/** What the tool says of the materials: goes into its own cells. */
export interface WorkbookFacts {
	readonly lock: Lock;
	readonly roles: ReadonlyMap<string, readonly RoleState[]>;
}

/** Cells that the tool owns, as they should read: ids, numbers, pages, reviews. */
function ownCells({ read }: OpenWorkbook, { lock, roles }: WorkbookFacts): readonly CellWrite[] {
	const writes: CellWrite[] = [...read.writes];
	for (const { id, sheet, row, number, pages } of read.places) {
		const label = lock.materials.find((each) => each.id === id)?.number ?? '';
		if (number !== null)
			writes.push({ sheet, row, column: number, value: /^[1-9]\d{0,8}$/.test(label) ? Number(label) : label });
		const count = lock.pageMap?.entries.find((each) => each.id === id)?.pages;
		if (pages !== null && count !== undefined) writes.push({ sheet, row, column: pages, value: count });
	}
	for (const { id, sheet, row, columns } of read.reviews) {
		const states = roles.get(id);
		if (states === undefined) continue;
		const words = { approved: '同意', returned: '退回', void: '已失效', open: '' } as const;
		['first', 'second', 'third'].forEach((name, at) => {
			const column = columns.get(name);
			const state = states[at];
			if (column === undefined || state === undefined) return;
			const text = state.by === '' ? '' : `${state.by} ${state.on ?? ''} ${words[state.state]}`;
			writes.push({ sheet, row, column, value: text });
		});
		const returns = (lock.signOffs ?? []).filter((each) => each.id === id && each.verdict === 'return');
		const count = columns.get('returns');
		const reason = columns.get('reason');
		if (count !== undefined && returns.length > 0) writes.push({ sheet, row, column: count, value: returns.length });
		if (reason !== undefined && returns.length > 0)
			writes.push({ sheet, row, column: reason, value: returns.at(-1)?.reason ?? '' });
	}
	return writes;
}

/** Where the workbook was written; `copy` when somebody has it open. */
export interface WorkbookWritten {
	readonly path: string;
	readonly copy: boolean;
}

/**
 * Writes the tool's cells back. Nothing else in the file changes. A workbook that is open in Excel or WPS is left alone:
 * a copy with the numbers stands beside it then. null: nothing to write.
 */
export async function writeWorkbook(
	session: Session,
	path: string,
	bytes: Uint8Array,
	open: OpenWorkbook,
	facts: WorkbookFacts,
): Promise<WorkbookWritten | null> {
	const { prints, manifest } = open;
	const ledger = prints === null ? { writes: [], appends: [] } : printCells(prints, facts.lock, paperNames(manifest));
	const next = open.write([...ownCells(open, facts), ...ledger.writes], ledger.appends);
	if (sameBytes(next, bytes)) return null;
	const folder = directoryOf(path);
	const name = nameOf(path);
	const owners = [`~$${name}`, `.~lock.${name}#`].map((owner) => joinPath(folder, owner));
	let copy = false;
	for (const owner of owners) if ((await session.world.kindOf(owner)) !== null) copy = true;
	const extension = extensionOf(path);
	const target = copy ? `${path.slice(0, path.length - extension.length)}.带号副本${extension}` : path;
	await writeSafely(session.world, target, next);
	return { path: target, copy };
}

/** A new workbook for a manifest, .xlsx or .csv by the name that it gets. */
export function workbookOf(session: Session, manifest: Manifest, lock: Lock | null, path: string): Uint8Array {
	const numbers = new Map(
		(lock?.materials ?? []).flatMap(({ id, number }) => (number === null ? [] : [[id, number] as const])),
	);
	if (extensionOf(path) === '.csv') return new TextEncoder().encode(newCsvBook(manifest, numbers));
	return newWorkbook(manifest, numbers, session.world);
}
