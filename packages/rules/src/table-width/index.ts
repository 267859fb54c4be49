import {
	type DocumentContext,
	type Finding,
	millimetresOfTwips,
	type Rule,
	type RuleResult,
	type Table,
} from '@bianxu/model';
import { ruleSource } from '../rule-source.ts';
import { tooWide } from './messages.ts';

/** Word lets a table stand out by the inner margins of its outer cells, 0.19 cm on either side, so that texts align. */
const CELL_MARGINS = 216;
const ROUNDING = 60;

function check({ doc, template }: DocumentContext): RuleResult {
	const source = ruleSource(rule, template);
	const findings = doc.tables.flatMap((table): Finding[] => {
		const paragraph = doc.paragraphs[table.firstBlock];
		const section = paragraph === undefined ? undefined : doc.sections[paragraph.section];
		if (table.parent !== null || paragraph === undefined || section === undefined || paragraph.headerFooter !== null)
			return [];
		const area = section.width - section.left - section.right - section.gutter;
		const width = widthOf(table);
		if (width === null || width <= area + CELL_MARGINS + ROUNDING) return [];
		const expected = `${millimetresOfTwips(area)}mm`;
		const actual = `${millimetresOfTwips(width)}mm`;
		return [
			{
				block: table.firstBlock,
				start: 0,
				end: paragraph.text.length,
				message: tooWide(actual, expected, source),
				expected: `不超过${expected}`,
				actual,
			},
		];
	});
	return { findings };
}

/** The narrower of grid and first row: a grid may be stale where the program fits columns to their contents. */
function widthOf(table: Table): number | null {
	const grid = table.columns.reduce((sum, column) => sum + column, 0);
	const firstRow = table.cells.filter((cell) => cell.row === 0);
	const cells = firstRow.every((cell) => cell.width !== null)
		? firstRow.reduce((sum, cell) => sum + (cell.width ?? 0), 0)
		: 0;
	const known = [grid, cells].filter((width) => width > 0);
	return known.length === 0 ? null : Math.min(...known);
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'table-width',
		number: 136,
		group: 'table',
		title: { zh: '表不超出版心', en: 'Tables stay within the type area' },
		description: {
			zh: '表的宽度不超过版心（156 毫米），否则印出来右边被切或者占了订口。横向页面按横向的版心量。',
			en: 'A table is no wider than the type area of 156 mm, or its edge is cut or bound in. On landscape pages the turned area counts.',
		},
		severity: 'error',
		fix: 'none',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '5.2.1' },
		needsFormat: true,
	},
	check,
};
