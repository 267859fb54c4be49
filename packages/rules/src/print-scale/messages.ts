import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '印件没有缩放', en: 'The print is not scaled' };

export const description: Bilingual = {
	zh: '打印时选了「适合页面」等缩放的，字号、行距全都不对。',
	en: 'Printing with "fit to page" makes every size and pitch wrong.',
};
