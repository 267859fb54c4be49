import type { Finding, Role, Rule } from '@bianxu/model';
import { matches, type Passage, passages } from '../text/passages.ts';
import { replacement, scanPassages } from '../text/replacement.ts';
import { punct } from '../text/sources.ts';
import { description, title, wrongDot } from './messages.ts';

const dots = /[•・‧∙⋅･](?<=\p{Script=Han}.)(?=\p{Script=Han})/gu;
/** In running text a point between Han characters may end a sentence or follow a number. */
const points = /[.．](?<=\p{Script=Han}.)(?=\p{Script=Han})/gu;
const anyPoint = /[.．]/;
const nameRoles: readonly Role[] = ['name-entry', 'author'];

function judge(match: RegExpExecArray, passage: Passage): Finding | null {
	if (/[一二三四五六七八九十]/.test(passage.text.charAt(match.index - 1)) && match.index < 4) return null;
	return replacement(passage, match.index, match.index + 1, '·', wrongDot(match[0]), 'safe');
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'name-middle-dot',
		number: 108,
		group: 'names-dates',
		title,
		description,
		severity: 'warning',
		fix: 'safe',
		source: punct('4.14'),
		needsFormat: false,
	},
	check: (context) => ({
		findings: [
			...scanPassages(passages(context), 'text', dots, judge),
			...passages(context, nameRoles).flatMap((passage) =>
				anyPoint.test(passage.text)
					? matches(points, passage.text).flatMap((match) => judge(match, passage) ?? [])
					: [],
			),
		],
	}),
};
