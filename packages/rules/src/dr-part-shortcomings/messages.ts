import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '述职：存在的问题和不足', en: 'Duty report: shortcomings' };

export const description: Bilingual = {
	zh: '述职报告应当写存在的问题和不足。',
	en: 'A duty report names problems and shortcomings.',
};
