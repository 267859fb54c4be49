import type { Rule } from '@bianxu/model';
import { passages } from '../text/passages.ts';
import { daysIn, weekday } from '../text/calendar.ts';
import { finding, scanPassages } from '../text/replacement.ts';
import { bianxu } from '../text/sources.ts';
import { description, impossible, title, wrongWeekday } from './messages.ts';

const dates =
	/(?:((?:19|20)\d{2})年)?(?<!\d)(\d{1,2})月(\d{1,2})日(?:[ \u3000]?[（(]?[ \u3000]?((?:星期|周|礼拜)[一二三四五六日天]))?/g;
const days = '日一二三四五六';

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'date-valid-weekday',
		number: 102,
		group: 'names-dates',
		title,
		description,
		severity: 'error',
		fix: 'none',
		source: bianxu,
		needsFormat: false,
	},
	check: (context) => ({
		findings: scanPassages(passages(context), 'text', dates, (match, passage) => {
			const [whole, yearText, monthText = '', dayText = '', named] = match;
			const year = yearText === undefined ? 0 : Number(yearText);
			const month = Number(monthText);
			const day = Number(dayText);
			const end = match.index + whole.length;
			const date = `${yearText === undefined ? '' : `${yearText}年`}${monthText}月${dayText}日`;
			if (passage.own.slice(match.index, match.index + date.length) !== date) return null;
			if (month === 0 || month > 12 || day === 0 || day > daysIn(year, month)) {
				return finding(passage.block, match.index, match.index + date.length, impossible(date), { actual: date });
			}
			if (named === undefined || year === 0) return null;
			const actual = named.at(-1) === '天' ? '日' : (named.at(-1) ?? '');
			const right = days.charAt(weekday(year, month, day));
			if (actual === right) return null;
			const expected = named.slice(0, -1) + right;
			const start = end - named.length;
			return finding(passage.block, start, end, wrongWeekday(date, named, expected), { expected, actual: named });
		}),
	}),
};
