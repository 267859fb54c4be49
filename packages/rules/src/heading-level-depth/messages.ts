import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '标题不超过四级', en: 'No more than four levels' };

export const description: Bilingual = {
	zh: '结构层次序数到“（1）”为止。再往下用“①”的，提示一次，建议合并层次。',
	en: 'Numbering of levels ends at （1）. Where ① is used below it, one remark suggests merging levels.',
};

export function tooDeep(actual: string): Bilingual {
	return {
		zh: `“${actual}”已经是第五级，层次序数一般到“（1）”为止，建议合并层次。`,
		en: `“${actual}” is a fifth level; levels usually end at （1）. Consider merging.`,
	};
}
