import { fontFixTitle, toleratedFontText, wrongFontText } from '../font-words.ts';
import type { FontWords } from '../role-font.ts';

export const words: FontWords = {
	fixTitle: fontFixTitle,
	wrong: (fault) => {
		const text = wrongFontText(fault);
		return {
			zh: `${text.zh}；电脑上没有小标宋的，可向办公室要字库安装后再改`,
			en: `${text.en}; ask the office for the font when it is missing`,
		};
	},
	tolerated: toleratedFontText,
};
