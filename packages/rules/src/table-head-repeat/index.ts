import type { DocumentContext, Finding, Rule, RuleResult } from '@bianxu/model';
import { ruleSource } from '../rule-source.ts';
import { noHead } from './messages.ts';

/** 22 lines fill a page; more rows than that cannot stand on one. */
const LONG = 25;

function check({ doc, template }: DocumentContext): RuleResult {
	const source = ruleSource(rule, template);
	const findings = doc.tables.flatMap((table): Finding[] =>
		table.parent !== null || table.rows < LONG || table.headRows > 0 || table.columns.length < 2
			? []
			: [
					{
						block: table.firstBlock,
						start: 0,
						end: doc.paragraphs[table.firstBlock]?.text.length ?? 0,
						message: noHead(table.rows, source),
						expected: '重复标题行',
						actual: '未设置',
					},
				],
	);
	return { findings };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'table-head-repeat',
		number: 135,
		group: 'table',
		title: { zh: '跨页的表重复标题行', en: 'Long tables repeat their head' },
		description: {
			zh: '超过一页的表，要把表头设为「重复标题行」，否则第二页看不出各栏是什么。行数在 25 行以上的表一定跨页。',
			en: 'A table of more than a page marks its head rows to be repeated, or the second page has columns without names. A table of 25 rows or more always runs over.',
		},
		severity: 'warning',
		fix: 'none',
		source: { level: 'practice', doc: '人大机关通行做法', clause: '' },
		needsFormat: true,
	},
	check,
};
