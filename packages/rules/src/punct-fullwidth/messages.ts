import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '中文里用全角标点', en: 'Full-width punctuation in Chinese text' };

export const description: Bilingual = {
	zh: '汉字旁边的逗号、句号、冒号、分号、问号、叹号和括号应当用全角。数字里的千分号、小数点、时间和比例的冒号，网址、邮箱和英文里的半角标点不在此列；序号、姓名间隔号、省略号由别的规则检查。',
	en: 'Comma, full stop, colon, semicolon, question mark, exclamation mark and brackets beside Han characters are full width. Digit grouping, decimals, times, ratios, addresses and Latin text are left alone; heading marks, name dots and ellipses have rules of their own.',
};

export function halfWidth(actual: string, expected: string): Bilingual {
	return {
		zh: `中文里的“${actual}”是半角标点，应为全角“${expected}”。`,
		en: `“${actual}” is half width; Chinese text takes the full-width “${expected}”.`,
	};
}
