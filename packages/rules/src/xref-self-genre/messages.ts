import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '材料自称与文种一致', en: 'A paper calls itself by its genre' };

export const description: Bilingual = {
	zh: '说明里写“本报告”、报告里写“本议案”，多半是从别的稿子沿用来的。引文和附件里的不查；“本方案”“本决定”可能指所报告的文本，也不查。',
	en: 'An explanation that says “this report” was copied from another paper. Quotations and attachments are left alone, and so are words that may mean the text reported on.',
};

export function otherGenre(actual: string, genre: string, expected: string): Bilingual {
	return {
		zh: `这份材料的文种是“${genre}”，文中却自称“${actual}”。请核对，通常应为“${expected}”。`,
		en: `The paper is a ${genre} by its title but calls itself “${actual}”; “${expected}” is meant, as it seems.`,
	};
}
