import type { Bilingual } from '@bianxu/model';

export const noPostWord: Bilingual = {
	zh: '任命的写法是「任命×××为（职务）」，末尾不加「职务」；请删去「职务」',
	en: 'An appointment reads 「任命 name 为 post」, without 「职务」 at its end: remove it',
};

export function wrongLink(link: string): Bilingual {
	return {
		zh: `任命的写法是「任命×××为（职务）」，不用「${link}」；请改为「为」`,
		en: `An appointment reads 「任命 name 为 post」, not 「${link}」: write 「为」`,
	};
}
