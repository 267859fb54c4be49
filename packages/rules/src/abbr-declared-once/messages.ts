import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '简称只声明一次，声明了就用', en: 'An abbreviation is declared once, and used' };

export const description: Bilingual = {
	zh: '“（以下简称《条例》）”在一份材料里声明一次；同一个简称声明两次，或者声明之后再也没有用到，都请核对。',
	en: 'An abbreviation (以下简称…) is declared once in a paper and used afterwards.',
};

export function again(abbreviation: string): Bilingual {
	return {
		zh: `简称“${abbreviation}”前面已经声明过，这里不必再声明。`,
		en: `“${abbreviation}” has been declared before.`,
	};
}

export function unused(abbreviation: string): Bilingual {
	return {
		zh: `简称“${abbreviation}”声明之后没有再用到，请删去声明，或者在后文使用。`,
		en: `“${abbreviation}” is declared and never used; drop the declaration or use it.`,
	};
}
