import type { Rule } from '@bianxu/model';
import { passages } from '../text/passages.ts';
import { replacement, scanPassages } from '../text/replacement.ts';
import { punct } from '../text/sources.ts';
import { description, needless, title } from './messages.ts';

const clause = punct('4.5.3.5');

const needlessMark = /[”》]、[“《]/g;

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'punct-dunhao-quotes',
		number: 117,
		group: 'punctuation',
		title,
		description,
		severity: 'warning',
		fix: 'safe',
		source: clause,
		needsFormat: false,
	},
	check: (context) => ({
		findings: scanPassages(passages(context), 'text', needlessMark, (match, passage) => {
			const pair = match[0];
			if (pair !== '”、“' && pair !== '》、《') return null;
			const source = context.template.rules['punct-dunhao-quotes']?.source ?? clause;
			const at = match.index + 1;
			return replacement(passage, at, at + 1, '', needless(pair, source), 'safe');
		}),
	}),
};
