import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '汉字之间不留空格', en: 'No blanks between Han characters' };

export const description: Bilingual = {
	zh: '正文句子里汉字与汉字、汉字与标点之间的空格多半是误打或者从网页粘贴来的。名单、署名、表格、标题里为对齐而留的空格不算。',
	en: 'Blanks between Han characters in a sentence are typing slips or come from web pages. Blanks that align names, cells and titles are left alone.',
};

export const needless: Bilingual = {
	zh: '正文句子里的汉字之间不留空格，请删去。',
	en: 'Remove the blank between Han characters.',
};

export const removeTitle: Bilingual = { zh: '删去空格', en: 'Remove the blanks' };

export function letterSpaced(count: number): Bilingual {
	return {
		zh: `这一段的汉字之间有${count}处空格，请删去；要拉开字距，用字体的“字符间距”，不用空格键。`,
		en: `${count} blanks stand between Han characters of this paragraph; remove them, and use character spacing where letters are to be spread.`,
	};
}
