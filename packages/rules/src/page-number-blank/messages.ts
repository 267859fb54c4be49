import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '空白页不编页码', en: 'A blank page carries no number' };

export const description: Bilingual = {
	zh: '印件上没有内容的一面不印页码。',
	en: 'A page of the print without content has no page number.',
};
