import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = {
	zh: '页码一字线在版心下边缘之下7毫米',
	en: 'The dash of the page number stands 7 mm under the type area',
};

export const description: Bilingual = {
	zh: '在印件上量：页码两侧一字线距版心下边缘7毫米，允许误差2毫米。',
	en: 'Measured on the print: the dash stands 7 mm under the type area, 2 mm either way are accepted.',
};
