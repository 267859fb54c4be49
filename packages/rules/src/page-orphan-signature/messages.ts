import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '落款不单独成页', en: 'Signature and date do not stand alone on a page' };

export const description: Bilingual = {
	zh: '署名和成文日期所在的一面至少要有一行正文（结束语、附件说明也算）。「此页无正文」的写法已经废止，应当调整行距、字距。按版面排好后检查（lint --layout）。',
	en: 'The page of signature and date has at least one line of the text. Looked at on the pages as set (lint --layout).',
};

export const alone: Bilingual = {
	zh: '署名、日期单独落在一面上，没有正文，GB/T 9704-2012 7.3.5.5 规定应当调整行距、字距；请压缩或者增加正文，不要写「此页无正文」',
	en: 'Signature and date stand alone on a page; GB/T 9704-2012 7.3.5.5 requires the spacing to be adjusted so that text stands with them',
};
