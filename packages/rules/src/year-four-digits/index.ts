import type { Rule } from '@bianxu/model';
import { passages } from '../text/passages.ts';
import { replacement, scanPassages } from '../text/replacement.ts';
import { num } from '../text/sources.ts';
import { description, short, title, wrongZero } from './messages.ts';

// What stands before is asked behind the first characters: those are found fast.
/** 23年至25年: both ends written short. */
const spans = /(\d{2})(?<![\d.—\-～]\d\d)年(至|到|—|-|～)(\d{2})年(?![以来内])/g;
const twoDigits =
	/(\d{2})(?<![\d.,，、\-—～到A-Za-z第]\d\d)(?<!(?<!截)至\d\d)年(?=度|(?:\d{1,2})月(?:\d{1,2}日|份|底|初|以来|起|至|，|，|。|[\p{Script=Han}]))/gu;
const duration =
	/(?:寿命|年限|周期|租期|工作|从业|徒刑|刑期|期限|为期|历时|工龄|共|达|满|近|逾|超过|长达|最高|最长|不少于)$/u;
const hanYears = /[一二][九〇○零OＯ][一二三四五六七八九〇○零OＯ]{2}(?=年)/gu;

/** A whole date in Han is date-arabic-full’s. */
const wholeDate =
	/^\s*[一二三四五六七八九〇○零OＯ]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日\s*$/u;

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'year-four-digits',
		number: 104,
		group: 'names-dates',
		title,
		description,
		severity: 'warning',
		fix: 'ask',
		source: num('5.1.4'),
		needsFormat: false,
	},
	check: (context) => {
		const now = Number(context.date.slice(0, 4));
		return {
			findings: [
				...scanPassages(passages(context), 'own', twoDigits, (match, passage) => {
					const digits = match[1] ?? '';
					if (duration.test(passage.text.slice(Math.max(0, match.index - 6), match.index))) return null;
					const year = 2000 + Number(digits) <= now + 15 ? `20${digits}` : `19${digits}`;
					const end = match.index + match[0].length;
					return replacement(passage, match.index, end, `${year}年`, short(match[0], `${year}年`), 'ask');
				}),
				...scanPassages(passages(context), 'own', spans, (match, passage) => {
					const [actual, first = '', connector = '', second = ''] = match;
					// 10年至15年 may be a length of time; a span of years ends about now or later.
					const [from, to] = [Number(first), Number(second)];
					if (from >= to || from < 12 || to > (now % 100) + 10) return null;
					if (duration.test(passage.text.slice(Math.max(0, match.index - 6), match.index))) return null;
					const expected = `20${first}年${connector}20${second}年`;
					const end = match.index + actual.length;
					return replacement(passage, match.index, end, expected, short(actual, expected), 'ask');
				}),
				...scanPassages(passages(context), 'own', hanYears, (match, passage) => {
					const actual = match[0];
					// The date of the paper is date-arabic-full’s.
					if (!/[OＯ○]/u.test(actual) || wholeDate.test(passage.text)) return null;
					const expected = actual.replace(/[OＯ○零]/gu, '〇');
					const end = match.index + actual.length;
					return replacement(passage, match.index, end, expected, wrongZero(actual, expected), 'ask');
				}),
			],
		};
	},
};
