import type { Bilingual } from '@bianxu/model';

export const missingDe: Bilingual = {
	zh: '免职的写法是「免去×××的（职务）职务」，姓名后面缺「的」',
	en: 'A removal reads 「免去 name 的 post 职务」: 「的」 is missing after the name',
};

export const missingZhiwu: Bilingual = {
	zh: '免职的写法是「免去×××的（职务）职务」，末尾缺「职务」',
	en: 'A removal reads 「免去 name 的 post 职务」: 「职务」 is missing at its end',
};
