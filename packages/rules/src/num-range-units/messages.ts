import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '范围前后都写百分号、万、亿', en: 'Keep %, 万, 亿 on both sides of a range' };

export const description: Bilingual = {
	zh: '“15～30%”“9～16亿”省去前一个百分号或者万、亿，容易看成15和9，应写“15%～30%”“9亿～16亿”。',
	en: '“15～30%” and “9～16亿” can be misread; write 15%～30% and 9亿～16亿.',
};

export function incomplete(actual: string, expected: string): Bilingual {
	return {
		zh: `数值范围“${actual}”前一个数省去了单位，应为“${expected}”。`,
		en: `The range “${actual}” should read “${expected}”.`,
	};
}
