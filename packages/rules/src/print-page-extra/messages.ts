import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '印件没有多余的页', en: 'No page is extra' };

export const description: Bilingual = {
	zh: '印件里没有对照件之外的页，也没有重印的页。',
	en: 'The print has no page beyond the source and none twice.',
};
