import type { DocumentContext, Rule, RuleResult } from '@bianxu/model';
import { captionFindings } from '../caption-form.ts';
import { claimsOf } from '../role-style.ts';
import { ruleSource } from '../rule-source.ts';
import { below, fixTitle, wrongCaption } from './messages.ts';

function check(context: DocumentContext): RuleResult {
	const { doc, outline, template } = context;
	const source = ruleSource(rule, template);
	const findings = captionFindings(
		context,
		'table-caption',
		'表',
		(actual, expected) => wrongCaption(actual, expected, source),
		fixTitle,
	);
	for (const claim of claimsOf(outline, 'table-caption')) {
		const paragraph = doc.paragraphs[claim.block];
		if (claim.confidence < 0.5 || paragraph === undefined) continue;
		const before = doc.tables.some((table) => table.lastBlock === claim.block - 1);
		const after = doc.tables.some((table) => table.firstBlock > claim.block && table.firstBlock <= claim.block + 4);
		if (before && !after)
			findings.push({
				block: claim.block,
				start: 0,
				end: paragraph.text.length,
				message: below(source),
				expected: '表的上方',
				actual: '表的下方',
			});
	}
	return { findings };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'table-caption-form',
		number: 132,
		group: 'table',
		title: { zh: '表题的写法', en: 'Form of table captions' },
		description: {
			zh: '表题放在表的上方，写「表1　标题」：阿拉伯数字，数字后空一格，不加冒号和句号。',
			en: 'A table’s caption stands above it and reads 「表1　标题」: Arabic digits, a blank behind them, no colon and no full stop.',
		},
		severity: 'warning',
		fix: 'safe',
		source: { level: 'practice', doc: '人大机关通行做法', clause: '' },
		needsFormat: false,
	},
	check,
};
