import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '时间写具体', en: 'State dates, not “yesterday”' };

export const description: Bilingual = {
	zh: '会议材料要存档，“昨天”“去年”过后就看不出是哪一天、哪一年，最好写具体日期。标题写明年份的，“去年”不查；“今年”通用，不查；引文不查。同一个词只提示一次。',
	en: 'Papers are filed, and “yesterday” or “last year” cannot be understood later. Where the title states a year, 去年 is clear; 今年 is customary. Each word is told once.',
};

export function relative(actual: string): Bilingual {
	return {
		zh: `“${actual}”过后不好判断是什么时候，最好写具体的年份或者日期。`,
		en: `“${actual}” depends on the day of reading; better state the year or the date.`,
	};
}
