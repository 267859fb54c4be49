import type { Rule } from '@bianxu/model';
import { passages } from '../text/passages.ts';
import { replacement, scanPassages } from '../text/replacement.ts';
import { punct } from '../text/sources.ts';
import { description, needless, title } from './messages.ts';

const beforeDeng =
	/(?<=[\p{Script=Han}”》）])、(?=等(?![级次候待于值额高距分份同闲效量位离腰边温压速比])(?:$|[\p{Script=Han}\d，。；：、]))/gu;

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'punct-deng',
		number: 118,
		group: 'punctuation',
		title,
		description,
		severity: 'warning',
		fix: 'safe',
		source: punct('附录A'),
		needsFormat: false,
	},
	check: (context) => ({
		findings: scanPassages(passages(context), 'text', beforeDeng, (match, passage) =>
			replacement(passage, match.index, match.index + 1, '', needless, 'safe'),
		),
	}),
};
