import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '标题不落在一面的最后一行', en: 'A heading is not the last line of a page' };

export const description: Bilingual = {
	zh: '单独成行的标题与它下面的正文排在同一面，不孤零零地落在面的末行。按版面排好后检查（lint --layout）；正文里手工插入的分页符最容易造成这种情形。',
	en: 'A heading on a line of its own stands on the page of the text below it. Looked at on the pages as set (lint --layout); page breaks set by hand are the usual cause.',
};

export const stranded: Bilingual = {
	zh: '标题落在一面的最后一行，下面的正文到了后一面，通行做法是标题与下段同页；请删去多余的分页符，或者勾选「与下段同页」',
	en: 'The heading is the last line of its page and its text begins on the next; remove the page break or keep the heading with the next paragraph',
};
