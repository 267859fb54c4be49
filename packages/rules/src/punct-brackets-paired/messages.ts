import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '括号、书名号成对', en: 'Brackets and title marks paired' };

export const description: Bilingual = {
	zh: '（ ）《 》〔 〕【 】应当成对；一半全角、一半半角的括号可以自动改。“1）”这样的序号和跨两行的题注不算错。',
	en: 'Brackets and title marks come in pairs; a pair of mixed width is corrected. List labels such as “1）” and a note that runs over two lines are allowed.',
};

export function unpaired(mark: string, partner: string): Bilingual {
	return {
		zh: `“${mark}”没有对应的“${partner}”。请补上或者删去。`,
		en: `“${mark}” has no “${partner}”. Add it or remove this one.`,
	};
}

export function mixedWidth(actual: string, expected: string): Bilingual {
	return {
		zh: `括号一半全角、一半半角，“${actual}”应为“${expected}”。`,
		en: `One bracket of the pair is half width: “${actual}” should be “${expected}”.`,
	};
}
