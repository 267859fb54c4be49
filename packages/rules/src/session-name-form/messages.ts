import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '届次用汉字数字', en: 'Terms and sessions in Han numerals' };

export const description: Bilingual = {
	zh: '人大及其常委会的届次用汉字数字：第十七届、第二十三次会议，不写第17届、第23次会议。只看写明人大或者人大常委会的会议名称；书名号和引号里的不查。',
	en: 'Terms and sessions of a people’s congress and its standing committee are written in Han numerals (第十七届, 第二十三次会议). Titles and quotations are left alone.',
};

export function arabic(actual: string, expected: string): Bilingual {
	return {
		zh: `人大及其常委会会议的届次用汉字数字，“${actual}”应为“${expected}”。`,
		en: `Terms and sessions take Han numerals: “${expected}”, not “${actual}”.`,
	};
}
