import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '每个字都有字形', en: 'Every character has a glyph' };

export const description: Bilingual = {
	zh: '文中的每个字在要求的字体里都有字形。没有一种字体能印的字必须解决；姓名里的字换用别的字体印，看起来与全文不一，应当换成收字更全的字体（如方正_GBK 系列）。按版面排好后检查（lint --layout）。',
	en: 'Every character has a glyph in the face required. One that no face has must be settled; one in a name that is set from another face looks unlike the rest: use a face with more characters. Looked at on the pages as set (lint --layout).',
};

/** No open face has the character. */
export function none(character: string, code: string): Bilingual {
	return {
		zh: `「${character}」（${code}）在已有的字体里都没有字形，印不出来；请安装含有此字的字体，或者核对是不是错字`,
		en: `No face has ${character} (${code}), so it cannot be printed; install one that does, or check the character`,
	};
}

/** Another face had a character of a name. */
export function inName(character: string, wanted: string, used: string): Bilingual {
	return {
		zh: `「${character}」在「${wanted}」里没有，改用「${used}」印，姓名的字与全文不一；请安装收字更全的字体（如方正_GBK 系列）`,
		en: `${wanted} does not have ${character}; it is set from ${used}, so the name looks unlike the text: install a face with more characters`,
	};
}

/** Other faces had characters of the text; the first eight are named. */
export function inText(characters: readonly string[], wanted: string, used: string): Bilingual {
	const named = characters.slice(0, 8).join('');
	const count = characters.length;
	return {
		zh: `「${wanted}」里没有「${named}」${count > 8 ? `等${count}个字` : ''}，改用「${used}」等字体印`,
		en: `${wanted} does not have ${named}${count > 8 ? ` and ${count - 8} more` : ''}; they are set from ${used} or others`,
	};
}
