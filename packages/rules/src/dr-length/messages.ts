import type { Bilingual } from '@bianxu/model';

export function tooShort(count: number, min: number): Bilingual {
	return {
		zh: `正文约 ${count} 字，方案要求不少于 ${min} 字；请补充履职情况`,
		en: `The text has about ${count} characters and the profile asks for at least ${min}`,
	};
}

export function tooLong(count: number, max: number): Bilingual {
	return {
		zh: `正文约 ${count} 字，方案要求不超过 ${max} 字；请压缩`,
		en: `The text has about ${count} characters and the profile allows at most ${max}`,
	};
}
