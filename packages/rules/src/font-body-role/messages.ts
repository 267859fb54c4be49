import { fontFixTitle, toleratedFontText, wrongFontText } from '../font-words.ts';
import type { FontWords } from '../role-font.ts';

export const words: FontWords = {
	fixTitle: fontFixTitle,
	wrong: (fault) => {
		const text = wrongFontText(fault);
		return {
			zh: `${text.zh}；从别处粘贴来的文字请用「只保留文本」粘贴`,
			en: `${text.en}; paste foreign text as text only`,
		};
	},
	tolerated: toleratedFontText,
};
