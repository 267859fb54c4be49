import type { Rule } from '@bianxu/model';
import { passages } from '../text/passages.ts';
import { replacement, scanPassages } from '../text/replacement.ts';
import { punct } from '../text/sources.ts';
import { description, title, wrongDots } from './messages.ts';

const dots = /\.{3,6}|。{3,6}|…{1,6}/g;
const beside = /[\p{Script=Han}，。、；：？！“”《》（）]/u;

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'punct-ellipsis',
		number: 114,
		group: 'punctuation',
		title,
		description,
		severity: 'warning',
		fix: 'safe',
		source: punct('4.11'),
		needsFormat: false,
	},
	check: (context) => ({
		findings: scanPassages(passages(context), 'text', dots, (match, passage) => {
			const actual = match[0];
			const end = match.index + actual.length;
			if (actual === '……' || actual.length > 6 || /^…{3,}$/u.test(actual)) return null;
			const before = passage.text[match.index - 1] ?? '';
			const after = passage.text[end] ?? '';
			if (!beside.test(before) && !beside.test(after)) return null;
			// 1，2，…，n is mathematics.
			if (/[，,]/.test(before) && /[，,]/.test(after)) return null;
			// Leaders run on, or end at a page number.
			if (/[.…·。]/u.test(after) || /^\s*[（(]?\d{1,4}[）)]?\s*$/u.test(passage.text.slice(end))) return null;
			return replacement(passage, match.index, end, '……', wrongDots(actual), 'safe');
		}),
	}),
};
