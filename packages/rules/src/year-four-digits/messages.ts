import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '年份写四位', en: 'Years have four digits' };

export const description: Bilingual = {
	zh: '年份不简写：不写“24年度”“25年3月底”，写“2024年度”“2025年3月底”。汉字年份的零用“〇”，不用字母O和“○”。表示时间长短的“10年”“20年来”不查。',
	en: 'Years are not shortened (24年度 → 2024年度), and zero in a Han year is 〇, not the letter O or ○. Lengths of time such as 20年来 are left alone.',
};

export function short(actual: string, expected: string): Bilingual {
	return {
		zh: `年份应写全，“${actual}”应为“${expected}”。`,
		en: `Write the year in full: “${expected}”, not “${actual}”.`,
	};
}

export function wrongZero(actual: string, expected: string): Bilingual {
	return {
		zh: `汉字年份的零应为“〇”，“${actual}”应为“${expected}”。`,
		en: `Zero in a Han year is 〇: “${expected}”, not “${actual}”.`,
	};
}
