import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '序次语后面的标点', en: 'Punctuation behind ordinals' };

export const description: Bilingual = {
	zh: '带括号的序次语“（一）”“（1）”后面不加标点；“第一”“首先”后面用逗号，不用顿号。只看正文句子里的写法，标题序号由heading-mark-form检查。',
	en: 'A bracketed ordinal takes no mark behind it; 第一 and 首先 take a comma, not an enumeration comma. Marks of headings are heading-mark-form’s.',
};

export function bracketed(ordinal: string): Bilingual {
	return {
		zh: `带括号的序次语“${ordinal}”后面不加标点，请删去。`,
		en: `No mark follows the bracketed ordinal “${ordinal}”; remove it.`,
	};
}

export function word(ordinal: string): Bilingual {
	return {
		zh: `“${ordinal}”后面应为逗号，现为顿号。`,
		en: `“${ordinal}” takes a comma, not an enumeration comma.`,
	};
}
