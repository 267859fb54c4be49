import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '同一数字前后一致', en: 'The same figure is the same in every paper' };

export const description: Bilingual = {
	zh: '同一年份（时段）、同一名目、同一单位的数字，在各份材料里应当相同，例如两份材料都写「2026年一般公共预算收入……亿元」。只比较写法完全相同的名目，口径不同的不比。',
	en: 'A figure with the same period, the same name and the same unit is equal in all papers. Only names written alike are compared.',
};

/** `name` is the period and the name of the figure. */
export function differs(name: string, actual: string, other: string, path: string): Bilingual {
	return {
		zh: `「${name}」这里是${actual}，${path} 里是${other}；请核对，以主管部门的数字为准`,
		en: `${name} is ${actual} here and ${other} in ${path}; check which is right`,
	};
}
