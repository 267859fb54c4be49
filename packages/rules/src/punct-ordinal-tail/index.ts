import type { Rule } from '@bianxu/model';
import { passages, proseRoles } from '../text/passages.ts';
import { replacement, scanPassages } from '../text/replacement.ts';
import { punct } from '../text/sources.ts';
import { bracketed, description, title, word } from './messages.ts';

// What stands before is asked behind the first characters: those are found fast.
const bracket = /([（(](?<=(?:^|[。；：，]).)(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)])([、，.])(?![（(第])/gu;
const words = /(第[一二三四五六七八九十]|首先|其次|再次)(?<=(?:^|[。；：])..)、(?![第一二三四五六七八九十季])/gu;

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'punct-ordinal-tail',
		number: 119,
		group: 'punctuation',
		title,
		description,
		severity: 'warning',
		fix: 'safe',
		source: punct('B.3'),
		needsFormat: false,
	},
	check: (context) => {
		const all = passages(context, proseRoles);
		const headOf = (block: number): number => context.outline.claims[block]?.mark?.end ?? 0;
		return {
			findings: [
				...scanPassages(all, 'own', bracket, (match, passage) => {
					const ordinal = match[1] ?? '';
					const at = match.index + ordinal.length;
					if (match.index < headOf(passage.block)) return null;
					return replacement(passage, at, at + 1, '', bracketed(ordinal), 'safe');
				}),
				...scanPassages(all, 'own', words, (match, passage) => {
					const ordinal = match[1] ?? '';
					const at = match.index + ordinal.length;
					if (match.index < headOf(passage.block)) return null;
					return replacement(passage, at, at + 1, '，', word(ordinal), 'safe');
				}),
			],
		};
	},
};
