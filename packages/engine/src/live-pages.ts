/** 现行页: which print each page of a paper comes from. */

import type { LivePage, PrintRecord } from '@bianxu/model';
import { type ComparedPrint, comparePrints, facesOf, type Imposition, type PointPages } from '@bianxu/packet';
import type { OldPrint } from './packet-old-print.ts';

/** Pages of a paper that got point pages: the exchanged ones and the new ones are to be printed. */
export function pointLive({ first, last, labels }: PointPages, old: OldPrint): readonly LivePage[] {
	const pages = old.sides.flatMap((_, at): readonly LivePage[] => {
		const page = String(at + 1);
		const fresh = at + 1 >= first && at + 1 <= last;
		return [
			{ page, on: fresh ? null : old.on },
			...(at + 1 === last ? labels.map((label) => ({ page: label, on: null })) : []),
		];
	});
	return pages;
}

/** Day of the print that each page of the new paper comes from, through all recorded batches. */
export function livePages(
	compared: ComparedPrint,
	old: OldPrint,
	records: readonly PrintRecord[],
): readonly LivePage[] {
	let days: readonly (string | null)[] = old.sides.map(() => old.on);
	const batches = records.filter(({ sides }) => sides.length > 0);
	if (old.basis === 'ledger') {
		const [first, ...later] = batches;
		days = first?.sides.map(() => first.on) ?? days;
		let before = first;
		for (const batch of later) {
			if (before === undefined) break;
			const step = comparePrints(before.sides, batch.sides, before, batch);
			days = inherited(step, before.sides.length, before, days, batch.on);
			before = batch;
		}
	}
	const was: Imposition = { binding: old.binding ?? 'loose', duplex: old.duplex ?? true };
	return inherited(compared, old.sides.length, was, days, null).map((on, at) => ({ page: String(at + 1), on }));
}

function inherited(
	compared: ComparedPrint,
	oldPages: number,
	was: Imposition,
	days: readonly (string | null)[],
	now: string | null,
): readonly (string | null)[] {
	const oldFaces = facesOf(oldPages, was);
	const next: (string | null)[] = compared.pages.map(() => now);
	for (const { faces, kept } of compared.sheets) {
		faces.forEach((page, at) => {
			const from = kept === null ? null : oldFaces[kept]?.[at];
			if (page !== null && from !== null && from !== undefined) next[page - 1] = days[from - 1] ?? null;
		});
	}
	return next;
}
