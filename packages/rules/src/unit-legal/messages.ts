import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '用法定计量单位', en: 'Legal units of measurement' };

export const description: Bilingual = {
	zh: '公分、平米、公升、市斤、华里等不是法定计量单位；单位符号大小写要对（km、kg、kW·h）。公里、公斤、亩（农业）可以用。',
	en: 'Units such as 公分 and 平米 are not legal units, and symbols have fixed capitals (km, kg). 公里, 公斤 and 亩 may be used.',
};

export function notLegal(actual: string, expected: string): Bilingual {
	return {
		zh: `计量单位“${actual}”应为“${expected}”。`,
		en: `The unit “${actual}” should be “${expected}”.`,
	};
}
