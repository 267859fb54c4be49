import { fontFixTitle, toleratedFontText, wrongFontText } from '../font-words.ts';
import type { FontWords } from '../role-font.ts';

export const words: FontWords = {
	fixTitle: fontFixTitle,
	wrong: wrongFontText,
	tolerated: toleratedFontText,
};
