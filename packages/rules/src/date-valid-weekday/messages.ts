import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '日期存在，星期正确', en: 'Dates exist and weekdays agree' };

export const description: Bilingual = {
	zh: '6月31日、2月30日、平年的2月29日不存在；写了年月日又写了星期的，星期应当对得上。引文里的不查。',
	en: 'There is no 31 June and no 30 February; a weekday beside a full date must be that day’s.',
};

export function impossible(actual: string): Bilingual {
	return { zh: `“${actual}”不存在，请核对日期。`, en: `There is no such day as “${actual}”; check the date.` };
}

export function wrongWeekday(date: string, actual: string, expected: string): Bilingual {
	return {
		zh: `${date}是${expected}，不是${actual}。请核对日期和星期。`,
		en: `${date} is ${expected}, not ${actual}; check both.`,
	};
}
