import type { Rule } from '@bianxu/model';
import { passages } from '../text/passages.ts';
import { replacement, scanPassages } from '../text/replacement.ts';
import { gb } from '../text/sources.ts';
import { description, title, wrongForm } from './messages.ts';

const number = /([〔[［【（(﹝])(?<=\p{Script=Han}.)((?:19|20)\d{2})([〕\]］】）)﹞])(第?)(0{0,3})([1-9]\d{0,4})号/gu;

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'punct-docnumber-bracket',
		number: 121,
		group: 'punctuation',
		title,
		description,
		severity: 'error',
		fix: 'safe',
		source: gb('7.2.5'),
		needsFormat: false,
	},
	check: (context) => ({
		findings: scanPassages(passages(context), 'text', number, (match, passage) => {
			const [actual, , year = '', , , , digits = ''] = match;
			const expected = `〔${year}〕${digits}号`;
			if (actual === expected) return null;
			const end = match.index + actual.length;
			return replacement(passage, match.index, end, expected, wrongForm(actual, expected), 'safe');
		}),
	}),
};
