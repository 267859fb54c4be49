import type { DocumentContext, Rule, RuleResult } from '@bianxu/model';
import { mainProse, squeeze } from '../text/passages.ts';
import { documentFinding } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { tooLong, tooShort } from './messages.ts';

const params = { min: 1500, max: 5000 };

function check(context: DocumentContext): RuleResult {
	const texts = mainProse(context);
	const count = texts.reduce((sum, { text }) => sum + squeeze(text).length, 0);
	const min = limit(context, 'min');
	const max = limit(context, 'max');
	if (texts.length === 0) return { findings: [] };
	if (count < min)
		return { findings: [documentFinding(tooShort(count, min), { expected: `≥ ${min}`, actual: `${count}` })] };
	if (count > max)
		return { findings: [documentFinding(tooLong(count, max), { expected: `≤ ${max}`, actual: `${count}` })] };
	return { findings: [] };
}

function limit(context: DocumentContext, key: 'min' | 'max'): number {
	const value = context.params[key];
	return typeof value === 'number' ? value : params[key];
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'dr-length',
		number: 84,
		group: 'duty-report',
		title: { zh: '述职报告的篇幅', en: 'Length of a duty report' },
		description: {
			zh: '述职报告正文的字数（标点在内，附件不算）在方案的 min 与 max 之间；各地要求不一，默认 1500 至 5000 字。',
			en: 'The text of a duty report, punctuation included and attachments left out, has between min and max characters; 1500 to 5000 by default.',
		},
		severity: 'warning',
		fix: 'none',
		source: practice,
		templates: ['duty-report'],
		needsFormat: false,
	},
	params,
	check,
};
