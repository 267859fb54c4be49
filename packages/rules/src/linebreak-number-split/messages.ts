import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '数字不拆开转行', en: 'A number is not parted by a line end' };

export const description: Bilingual = {
	zh: '一个用阿拉伯数字书写的数值连同小数点、百分号不拆成两行。比一行还长的数字串除外；表格里太窄的栏除外。按版面排好后检查（lint --layout）。',
	en: 'A number in Arabic digits, with its point and percent sign, is not parted over two lines, unless it is longer than a line. Looked at on the lines as set (lint --layout).',
};

/** The number that was cut. */
export function parted(before: string, after: string): Bilingual {
	return {
		zh: `数字「${before}${after}」被拆成两行，GB/T 15835-2011 5.1.7 规定一个数值不断开转行；请调整此处文字`,
		en: `The number ${before}${after} is parted over two lines; GB/T 15835-2011 5.1.7 requires it to stay on one`,
	};
}
