import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '印件不缺页', en: 'No page is missing' };

export const description: Bilingual = {
	zh: '对照件里的每一页都在印件里。',
	en: 'Every page of the source is in the print.',
};
