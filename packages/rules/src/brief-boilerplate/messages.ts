import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '开头的套话', en: 'Stock phrases at the opening' };

export const description: Bilingual = {
	zh: '一段的开头接连用“在……领导下，在……支持下”“以……为指导”“以……为抓手”一类的套话，没有说到实事的，提示一句，可以压缩成一句。接连 clauses 个（缺省 3 个）才提示；没有统一规定，只作提示。',
	en: 'A paragraph that opens with a row of stock phrases (在……领导下, 在……支持下, 以……为指导) before anything is said is pointed out; clauses of them in a row (3) are needed. Nothing binding, a remark only.',
};

export function boilerplate(count: number, length: number): Bilingual {
	return {
		zh: `这一段开头接连${count}个分句（${length}字）是套话，可以压缩成一句，直接写做了什么`,
		en: `This paragraph opens with ${count} stock phrases (${length} characters): one is enough, then say what was done`,
	};
}
