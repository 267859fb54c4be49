import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '不只有一个下级标题', en: 'No heading alone at its level' };

export const description: Bilingual = {
	zh: '一个标题下面如果只有“（一）”而没有“（二）”，就不必分出这一级，或者是漏了内容。',
	en: 'A heading with only one heading below it needs no such level, or something is missing.',
};

export function alone(parent: string, actual: string): Bilingual {
	return {
		zh: `“${parent}”下面只有“${actual}”一个标题。请核对是否漏了后面的内容；不需要分层的，去掉序号。`,
		en: `“${actual}” is the only heading under “${parent}”: is something missing? If not, drop the number.`,
	};
}
