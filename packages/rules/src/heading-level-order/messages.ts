import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '标题不越级', en: 'No level of headings is skipped' };

export const description: Bilingual = {
	zh: '标题层次依次为“一、”“（一）”“1.”“（1）”。“一、”下面直接用“1.”，“（一）”下面直接用“（1）”，就越过了一级。逐条列举的编号段落不算标题。',
	en: 'Levels follow each other: 一、 （一） 1. （1）. Numbered paragraphs that merely list are no headings.',
};

export function fixTitle(expected: string): Bilingual {
	return { zh: `这一组标题改用“${expected}”一级的序号`, en: `Number these headings as “${expected}”` };
}

export function skippedLevel(parent: string, actual: string, expected: string): Bilingual {
	return {
		zh: `“${parent}”下面直接用了“${actual}”，越过一级；依次应为“${expected}”。`,
		en: `“${actual}” directly under “${parent}” skips a level; “${expected}” comes next.`,
	};
}
