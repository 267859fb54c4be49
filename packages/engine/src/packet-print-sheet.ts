/** `packet record-print --sheet`: what people wrote into the sheet 印制 goes into the print ledger. */

import type { Day, Lock, PrintRecord, Problem } from '@bianxu/model';
import { printEntries } from '@bianxu/packet';
import type { LoadedPacket } from './packet-files.ts';
import { type PacketRefused, refuse } from './packet-refusal.ts';

/** Rows of 印制 as requests: prints to be recorded, and the ledger with what became of its batches. */
export interface SheetPrints {
	readonly refused?: undefined;
	readonly fresh: readonly {
		readonly id: string;
		readonly copies: number | null;
		readonly serials: string;
		readonly binding: PrintRecord['binding'] | null;
		readonly where: string;
		readonly recalled: Day | null;
	}[];
	/** The ledger with places and days of return filled in; the same one when nothing is new. */
	readonly lock: Lock;
	readonly moved: readonly PrintRecord[];
	readonly problems: readonly Problem[];
}

/** Reads the sheet against the ledger. Refused: no workbook, no such sheet, a row of which nobody knows what it means. */
export function printsOfSheet(loaded: LoadedPacket, lock: Lock, on: Day): SheetPrints | PacketRefused {
	const sheet = loaded.workbook?.prints ?? null;
	if (sheet === null)
		return refuse(
			'packet-sheet',
			'--sheet 用于一览表（.xlsx、.csv）里的「印制」表，这个清单没有',
			'--sheet reads the sheet 印制 of a workbook; this packet has none',
		);
	const { fresh, moved, faults } = printEntries(sheet, lock);
	const said = ({ row, zh, en }: (typeof faults)[number]): Problem => ({
		code: 'workbook-prints',
		message: { zh: `「${sheet.table.sheet}」表第${row}行：${zh}`, en: `sheet ${sheet.table.sheet}, row ${row}: ${en}` },
	});
	const unclear = faults.filter(({ stops }) => stops);
	if (unclear.length > 0) return { refused: unclear.map(said) };
	const after = new Map(
		moved.map(({ record, where, recalled }) => [
			record,
			{
				...record,
				where: where === '' ? record.where : where,
				recalled: recalled === null ? record.recalled : recalled === '' ? on : recalled,
			},
		]),
	);
	const out = new Set(moved.flatMap(({ record, where }) => (where === '' ? [] : [record.id])));
	return {
		fresh: fresh.flatMap(({ id, copies, serials, binding, where, recalled }) =>
			id === null || binding === undefined
				? []
				: [{ id, copies, serials, binding, where, recalled: recalled === '' ? null : dayOr(recalled, on) }],
		),
		lock:
			moved.length === 0
				? lock
				: {
						...lock,
						materials: lock.materials.map((each) =>
							out.has(each.id) && each.state === 'printed' ? { ...each, state: 'distributed' } : each,
						),
						prints: (lock.prints ?? []).map((each) => after.get(each) ?? each),
					},
		moved: [...after.values()],
		problems: faults.map(said),
	};
}

function dayOr(text: string, on: Day): Day {
	return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : on;
}
