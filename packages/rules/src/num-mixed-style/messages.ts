import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '同类数字写法一致', en: 'One style for one kind of quantity' };

export const description: Bilingual = {
	zh: '同一篇材料里，同一类数字（年月日、百分比、金额）只用一种写法，不要时而阿拉伯数字、时而汉字。引文和书名号里的不查，「三五个」「几十亿元」这类概数不查。',
	en: 'Within a paper, dates, percentages and amounts are written in one way, in Arabic digits or in Han numerals. Quotations and titles are left alone, and so are rough numbers.',
};

/** The two ways met: the one that is used less, and an example of the other. */
export function mixed(actual: string, usual: string, kind: Bilingual): Bilingual {
	return {
		zh: `${kind.zh}「${actual}」用汉字，别处如「${usual}」用阿拉伯数字；GB/T 15835-2011 4.3 规定同类数字写法一致，请统一`,
		en: `${kind.en} ${actual} is in Han numerals and others, such as ${usual}, in Arabic digits; GB/T 15835-2011 4.3 requires one style`,
	};
}
