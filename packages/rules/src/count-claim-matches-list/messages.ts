import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = {
	zh: '“以下几个方面”与后面的条数一致',
	en: 'A stated count matches the list behind it',
};

export const description: Bilingual = {
	zh: '“以下五个方面”“下列三种情形”之后列出的条数应当与所说的一致。后面的列举数不准的，不报。',
	en: '“The following five aspects” are followed by five. Where the list cannot be counted with certainty, nothing is said.',
};

export function mismatch(actual: string, said: number, listed: number): Bilingual {
	return {
		zh: `写的是“${actual}”，后面列出了${listed}项。请核对是条数写错还是${said > listed ? '漏了内容' : '多了内容'}。`,
		en: `“${actual}” is followed by a list of ${listed}: check the number or the list.`,
	};
}
