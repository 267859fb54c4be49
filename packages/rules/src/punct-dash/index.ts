import type { Rule } from '@bianxu/model';
import { passages } from '../text/passages.ts';
import { replacement, scanPassages } from '../text/replacement.ts';
import { punct } from '../text/sources.ts';
import { description, title, wrongDash } from './messages.ts';

const dashes = /[-－–―—─]{2,6}|―/g;
const beside = /[\p{Script=Han}，。、；：？！“”《》（）]/u;

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'punct-dash',
		number: 115,
		group: 'punctuation',
		title,
		description,
		severity: 'warning',
		fix: 'safe',
		source: punct('4.10'),
		needsFormat: false,
	},
	check: (context) => ({
		findings: scanPassages(passages(context), 'text', dashes, (match, passage) => {
			const actual = match[0];
			const end = match.index + actual.length;
			if (actual === '——' || actual.length > 4) return null;
			if (passage.plain.slice(match.index, end) !== actual) return null;
			const before = passage.text.slice(0, match.index);
			// At the head it marks a list item or a note; alone in a cell it stands for nothing to report.
			if (before.trim() === '') return null;
			const after = passage.text[end] ?? '';
			return beside.test(before.at(-1) ?? '') && beside.test(after)
				? replacement(passage, match.index, end, '——', wrongDash(actual), 'safe')
				: null;
		}),
	}),
};
