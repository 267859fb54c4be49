/** Which sheets of paper a change makes waste (packets.md §5.5), from the page map of the last print. */

import type { Binding, Change, Lock, PageMapEntry, ReprintEntry } from '@bianxu/model';
import { sheetsOf } from './reprint/sheets.ts';

/** A paper whose text changes. */
export interface ChangedPaper {
	readonly id: string;
	/** Hash of the file before the change. */
	readonly sha256: string;
	readonly changes: readonly Change[];
	readonly binding: Binding;
	readonly copies: number | null;
}

/** Pages that the changes touch; null when it cannot be told and the whole paper must be taken. */
function touchedPages(paper: ChangedPaper, entry: PageMapEntry): ReadonlySet<number> | null {
	if (entry.blocks === undefined || entry.hash !== paper.sha256) return null;
	const pages = new Set<number>();
	for (const change of paper.changes) {
		// An inserted paragraph pushes everything behind it.
		if (change.kind !== 'replace-text') return null;
		const span = entry.blocks[change.block];
		if (span === undefined) return null;
		for (let page = span[0]; page <= span[1]; page++) pages.add(page);
	}
	return pages;
}

/** What has to be printed again, in the given order. Sheets are null for a paper that no print recorded. */
export function reprintOf(papers: readonly ChangedPaper[], lock: Lock | null): readonly ReprintEntry[] {
	const entries = new Map(lock?.pageMap?.entries.map((entry) => [entry.id, entry]));
	return papers.map((paper) => {
		const { id, copies, binding } = paper;
		const entry = entries.get(id);
		if (entry === undefined) return { id, sheets: null, copies };
		const sheets = sheetsOf(entry.pages, { binding, duplex: true });
		const touched = binding === 'loose' ? touchedPages(paper, entry) : null;
		return {
			id,
			sheets: touched === null ? sheets : sheets.filter((sheet) => sheet.some((page) => touched.has(page))),
			copies,
		};
	});
}

/** Printed sheets made waste, sheets × copies; null while one of the papers has no page map or no number of copies. */
export function printCount(reprint: readonly ReprintEntry[]): number | null {
	let sum = 0;
	for (const { sheets, copies } of reprint) {
		if (sheets === null || copies === null) return null;
		sum += sheets.length * copies;
	}
	return sum;
}

/** Sheets in one set of papers; null when no print was recorded at all. */
export function sheetCount(reprint: readonly ReprintEntry[], lock: Lock | null): number | null {
	if (lock === null || lock.pageMap === null) return null;
	return reprint.reduce((sum, { sheets }) => sum + (sheets?.length ?? 0), 0);
}
