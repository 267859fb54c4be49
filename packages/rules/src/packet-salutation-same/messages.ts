import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '称谓全会统一', en: 'One salutation in a packet' };

export const description: Bilingual = {
	zh: '一次会议上口头报告的称谓用同一种写法，以多数材料为准。只比以“主任”开头的称谓；称呼机关的（书面报告、议案）不比。',
	en: 'Papers read to one session address it in the same words; the majority decides. Only salutations that begin with 主任 are compared.',
};

export function otherForm(actual: string, expected: string): Bilingual {
	return {
		zh: `称谓“${actual}”与其他材料的“${expected}”不一致，请统一。`,
		en: `The salutation “${actual}” differs from “${expected}” of the other papers.`,
	};
}
