import type { Rule } from '@bianxu/model';
import { passages } from '../text/passages.ts';
import { replacement, scanPassages } from '../text/replacement.ts';
import { num } from '../text/sources.ts';
import { description, noZero, title } from './messages.ts';

const fraction = /\.(?<=[\p{Script=Han}（(～].)\d{1,4}(?=%|％|万|亿|个|元|倍|公里|千米|平方|吨|米)/gu;

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'num-decimal-zero',
		number: 125,
		group: 'punctuation',
		title,
		description,
		severity: 'warning',
		fix: 'safe',
		source: num('5.1.2'),
		needsFormat: false,
	},
	check: (context) => ({
		findings: scanPassages(passages(context), 'text', fraction, (match, passage) => {
			const actual = match[0];
			const end = match.index + actual.length;
			return replacement(passage, match.index, end, `0${actual}`, noZero(actual), 'safe');
		}),
	}),
};
