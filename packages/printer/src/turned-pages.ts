import type { Problem, Role, Table } from '@bianxu/model';
import type { Setter } from './setter.ts';
import { fitTable, type TableFit } from './table-cells.ts';
import { tooWide, torn } from './table-layout.ts';

/** Blocks that stand on pages turned a quarter, and how each table is set; null where no page holds it. */
export interface Across {
	readonly blocks: ReadonlySet<number>;
	readonly fits: ReadonlyMap<number, TableFit | null>;
}

/** Roles that go with the table below them. */
const WITH_TABLE: ReadonlySet<Role> = new Set<Role>(['table-caption', 'unit-note', 'blank']);

/**
 * What lies across: sections that do so in the source, and tables of many columns that upright pages do not hold, with
 * caption and unit above them.
 */
export function turnedBlocks(setter: Setter, refusals: Problem[]): Across {
	const { doc, outline } = setter;
	const blocks = new Set<number>();
	const fits = new Map<number, TableFit | null>();
	const landscape = doc.sections.map((section) => section.orientation === 'landscape');
	if (landscape.includes(true) && landscape.includes(false)) {
		for (const { block, section, where } of doc.paragraphs)
			if (landscape[section] === true && (where === 'body' || where === 'table' || where === 'textbox'))
				blocks.add(block);
	}
	for (const table of doc.tables) {
		const { firstBlock, lastBlock } = table;
		const where = doc.paragraphs[firstBlock]?.where;
		if (table.parent !== null || where === 'header' || where === 'footer') continue;
		const fit = fitTable(setter, table, blocks.has(firstBlock));
		fits.set(table.index, fit);
		const problem = fit === null ? tooWide(setter, table) : torn(setter, table, fit);
		if (problem !== null) refusals.push(problem);
		if (fit?.turned !== true) continue;
		let from = firstBlock;
		while (from > 0 && WITH_TABLE.has(outline.claims[from - 1]?.role ?? 'body')) from--;
		for (let block = from; block <= lastBlock; block++) blocks.add(block);
	}
	return { blocks, fits };
}

/** Words above the head of a table that goes on overleaf: 「续表1」 and the unit again. null without a caption or unit. */
export function continuedBy(
	{ doc, outline }: Setter,
	table: Table,
): { readonly label: string; readonly unit: string } | null {
	let caption: string | null = null;
	let unit = '';
	for (let block = table.firstBlock - 1; block >= 0 && WITH_TABLE.has(outline.claims[block]?.role ?? 'body'); block--) {
		const text = doc.paragraphs[block]?.text.trim() ?? '';
		if (outline.claims[block]?.role === 'unit-note') unit = text;
		if (outline.claims[block]?.role === 'table-caption' && caption === null) caption = text;
	}
	if (caption === null && unit === '') return null;
	const number = /^表\s?((?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:[-－.]\d{1,3})?)/.exec(caption ?? '')?.[1] ?? '';
	return { label: `续表${number}`, unit };
}
