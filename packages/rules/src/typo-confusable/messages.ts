import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '常见别字', en: 'Common slips' };

export const description: Bilingual = {
	zh: '人大材料和公文里常见的别字：侯选人、检查院、布署、帐户、既使、峻工、一如继往……只收多半写错的词，容易误伤的看前后字（“发布署名”“严峻工作”不算）；引文和书名号里的不查。',
	en: 'Frequent slips of the pen in congress papers. Words that may be part of others are judged by their neighbours; quotations and titles are left alone.',
};

export function slip(actual: string, expected: string): Bilingual {
	return { zh: `“${actual}”应为“${expected}”。`, en: `“${actual}” should be “${expected}”.` };
}
