import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '小数点前的0不省', en: 'Write the zero before a decimal point' };

export const description: Bilingual = {
	zh: '纯小数要写小数点前的0，如0.5%，不写.5%。',
	en: 'A decimal fraction below one has its zero: 0.5%, not .5%.',
};

export function noZero(actual: string): Bilingual {
	return {
		zh: `小数“${actual}”应写作“0${actual}”。`,
		en: `“${actual}” should read “0${actual}”.`,
	};
}
