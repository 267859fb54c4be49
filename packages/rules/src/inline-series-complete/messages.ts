import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '“一是、二是、三是”连续', en: '一是, 二是, 三是 without a gap' };

export const description: Bilingual = {
	zh: '段落里的“一是……二是……三是……”应当连续，不缺、不重。一层套一层的分别数。',
	en: 'Series such as 一是…二是…三是… run without gaps and duplicates; a series inside another is counted by itself.',
};

export function gap(actual: string, missing: string): Bilingual {
	return {
		zh: `“${actual}”前面没有“${missing}”。请核对是漏了一项还是写错了次序。`,
		en: `“${actual}” has no “${missing}” before it: is an item missing?`,
	};
}

export function repeated(actual: string): Bilingual {
	return {
		zh: `“${actual}”出现了两次。请核对后面各项的次序。`,
		en: `“${actual}” stands twice in the series.`,
	};
}
