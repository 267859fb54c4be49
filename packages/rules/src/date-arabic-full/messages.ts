import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = {
	zh: '日期写全，用阿拉伯数字，月日不补零',
	en: 'Dates in full, in Arabic digits, without leading zeros',
};

export const description: Bilingual = {
	zh: '成文日期用阿拉伯数字写全年、月、日，月、日不编虚位（不写04月09日）。正文里的“2024.4.9”“2024-04-09”也应写作“2024年4月9日”；表格里的简写不查。',
	en: 'The date of a paper has year, month and day in Arabic digits without leading zeros. In running text 2024.4.9 becomes 2024年4月9日; short forms in tables may stand.',
};

export function wrongForm(actual: string, expected: string): Bilingual {
	return {
		zh: `日期应写作“${expected}”，现为“${actual}”。`,
		en: `The date should read “${expected}”, not “${actual}”.`,
	};
}
