import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '同一部分全会用同一种字体', en: 'One family per role throughout a packet' };

export const description: Bilingual = {
	zh: '一次会议的材料，标题、正文、一级标题、二级标题各用同一种字体：仿宋_GB2312和方正仿宋_GBK单看都合格，放在一起就不统一。以多数材料为准；本来就不合格的字体由各字体规则检查。Markdown 文稿没有字体，不查。',
	en: 'Titles, text and headings of one packet each have one family: two families that are both accepted still do not match. The majority decides. Markdown papers have no fonts.',
};

export function otherFamily(part: string, actual: string, expected: string): Bilingual {
	return {
		zh: `${part}的字体是${actual}，其他材料是${expected}，请统一。`,
		en: `The family here is ${actual}; the other papers use ${expected}.`,
	};
}
