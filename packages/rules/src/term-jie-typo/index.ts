import type { Rule } from '@bianxu/model';
import { passages } from '../text/passages.ts';
import { replacement, scanPassages } from '../text/replacement.ts';
import { bianxu } from '../text/sources.ts';
import { description, title, wrongJie } from './messages.ts';

const organ =
	'(?=人大|人民代表大会|常委会|常务委员会|全国|政协|党代|政府|代表|委员会|中央|[一二三四五六七]中全会|会议)';
const slip = new RegExp(
	`(?<=第?[一二三四五六七八九十\\d]{1,4})界${organ}|(?<=[本上历每])界(?=人大|人民代表大会|常委会|政协)|(?<=换)界(?=选举|工作|考察|之年|以来|[，。])`,
	'g',
);

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'term-jie-typo',
		number: 99,
		group: 'names-dates',
		title,
		description,
		severity: 'error',
		fix: 'safe',
		source: bianxu,
		needsFormat: false,
	},
	check: (context) => ({
		findings: scanPassages(passages(context), 'own', slip, (match, passage) =>
			replacement(passage, match.index, match.index + 1, '届', wrongJie, 'safe'),
		),
	}),
};
