import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '分项与总数相符', en: 'Parts agree with the total stated' };

export const description: Bilingual = {
	zh: '「其中」各项之和不大于总数；「分别占……」三项以上、合起来接近而不等于 100% 的要核对；表格里「合计」一行与各行之和相等（有「其中」「小计」的表不查）。四舍五入的尾差不算。',
	en: 'The parts after 其中 do not exceed the total; shares told with 分别占 add up to 100 % where they come near it; the row 合计 of a table is the sum of its rows. Rounding is allowed for.',
};

/** Parts that are more than their whole. */
export function exceeds(sum: string, total: string): Bilingual {
	return {
		zh: `「其中」各项相加是${sum}，大于总数${total}；请核对数字`,
		en: `The parts add up to ${sum}, more than the total of ${total}; check the figures`,
	};
}

/** Shares that come near 100 %. */
export function notHundred(sum: string): Bilingual {
	return {
		zh: `各项占比相加是${sum}%，不是100%；请核对数字，不是全部分项的请写明「其中」`,
		en: `The shares add up to ${sum} %, not 100 %; check the figures`,
	};
}

/** A row of totals that differs. */
export function rowDiffers(sum: string, total: string): Bilingual {
	return {
		zh: `「合计」是${total}，各行相加是${sum}；请核对数字`,
		en: `The total is ${total}, the rows add up to ${sum}; check the figures`,
	};
}
