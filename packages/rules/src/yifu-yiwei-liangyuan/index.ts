import type { Rule } from '@bianxu/model';
import { passages } from '../text/passages.ts';
import { replacement, scanPassages } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { description, outdated, title } from './messages.ts';

const oldName = /一府两院/g;

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'yifu-yiwei-liangyuan',
		number: 110,
		group: 'names-dates',
		title,
		description,
		severity: 'warning',
		fix: 'ask',
		source: practice,
		needsFormat: false,
	},
	check: (context) => ({
		findings: scanPassages(passages(context), 'text', oldName, (match, passage) => {
			// “一府两院” bears quotation marks of its own; within a longer quotation or a title the words are another's.
			const quoted = /[“《][^”》]{0,40}$/.exec(passage.text.slice(0, match.index))?.[0] ?? '';
			if (quoted.length > 1 || quoted === '《') return null;
			const sentence = passage.text.slice(passage.text.lastIndexOf('。', match.index) + 1, match.index);
			if (/(?:19\d{2}|200\d|201[0-7])年/.test(sentence)) return null;
			return replacement(passage, match.index, match.index + 4, '一府一委两院', outdated, 'ask');
		}),
	}),
};
