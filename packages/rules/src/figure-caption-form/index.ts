import type { DocumentContext, Rule, RuleResult } from '@bianxu/model';
import { captionFindings } from '../caption-form.ts';
import { ruleSource } from '../rule-source.ts';
import { fixTitle, wrongCaption } from './messages.ts';

function check(context: DocumentContext): RuleResult {
	const source = ruleSource(rule, context.template);
	return {
		findings: captionFindings(
			context,
			'figure-caption',
			'图',
			(actual, expected) => wrongCaption(actual, expected, source),
			fixTitle,
		),
	};
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'figure-caption-form',
		number: 133,
		group: 'table',
		title: { zh: '图题的写法', en: 'Form of figure captions' },
		description: {
			zh: '图题放在图的下方，写「图1　标题」：阿拉伯数字，数字后空一格，不加冒号和句号。',
			en: 'A figure’s caption stands under it and reads 「图1　标题」: Arabic digits, a blank behind them, no colon and no full stop.',
		},
		severity: 'warning',
		fix: 'safe',
		source: { level: 'practice', doc: '人大机关通行做法', clause: '' },
		needsFormat: false,
	},
	check,
};
