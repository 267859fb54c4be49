import type { Finding, Rule } from '@bianxu/model';
import { type Passage, passages } from '../text/passages.ts';
import { replacement, scanPassages } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { description, slip, title } from './messages.ts';
import { type Slip, slips } from './slips.ts';

const words = new RegExp(slips.map(({ wrong }) => wrong).join('|'), 'g');
const byWord: ReadonlyMap<string, Slip> = new Map(slips.map((each) => [each.wrong, each]));

/** 截止 before a date is 截至 at the head of a clause; behind 报名, 期限 and the like it is right. */
const until = /(?<=^|[，。；：（])截止(?=到?(?:(?:19|20)\d{2}年|\d{1,2}月|目前|今年|去年|本月))/g;
/** 既使 before a second 使 is 既…又…: 既使企业减负，又使群众得利. */
const evenIf = /既使(?![^。；]{0,40}[又也](?:使|让|能|要|可))/g;
/** 检查长 is the office only where its name ends: 检查长江岸线. */
const procurator = /检查长(?=[，。、；：（）]|$|作|报告)/g;
/** 视查 of a patrol is 巡视|查处. */
const inspection = /(?<![巡注审电检])视查(?=工作|活动|[，。、；]|了|组|团|$)/g;

const phrases: readonly (readonly [RegExp, string])[] = [
	[until, '截至'],
	[evenIf, '即使'],
	[procurator, '检察长'],
	[inspection, '视察'],
];

function judgeWord(match: RegExpExecArray, passage: Passage): Finding | null {
	const [actual] = match;
	const found = byWord.get(actual);
	const end = match.index + actual.length;
	const before = passage.text[match.index - 1];
	const after = passage.text[end];
	if (found === undefined) return null;
	if (before !== undefined && found.notBehind?.includes(before) === true) return null;
	if (after !== undefined && found.notBefore?.includes(after) === true) return null;
	return replacement(passage, match.index, end, found.right, slip(actual, found.right), 'ask');
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'typo-confusable',
		number: 129,
		group: 'punctuation',
		title,
		description,
		severity: 'warning',
		fix: 'ask',
		source: practice,
		needsFormat: false,
	},
	check: (context) => {
		const all = passages(context);
		return {
			findings: [
				...scanPassages(all, 'own', words, judgeWord),
				...phrases.flatMap(([expression, right]) =>
					scanPassages(all, 'own', expression, (match, passage) => {
						const end = match.index + match[0].length;
						return replacement(passage, match.index, end, right, slip(match[0], right), 'ask');
					}),
				),
			],
		};
	},
};
