import type { Rule } from '@bianxu/model';
import { passages } from '../text/passages.ts';
import { replacement, scanPassages } from '../text/replacement.ts';
import { num } from '../text/sources.ts';
import { description, incomplete, title } from './messages.ts';

const range = /(?<![\d.A-Za-z\-—～])(\d{1,6}(?:\.\d{1,4})?)([～~—－-])(\d{1,6}(?:\.\d{1,4})?)(%|％|万|亿)/g;

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'num-range-units',
		number: 124,
		group: 'punctuation',
		title,
		description,
		severity: 'warning',
		fix: 'ask',
		source: num('5.1.3'),
		needsFormat: false,
	},
	check: (context) => ({
		findings: scanPassages(passages(context), 'own', range, (match, passage) => {
			const [actual, first = '', connector = '', second = '', unit = ''] = match;
			const expected = `${first}${unit}${connector}${second}${unit}`;
			const end = match.index + actual.length;
			return replacement(passage, match.index, end, expected, incomplete(actual, expected), 'ask');
		}),
	}),
};
