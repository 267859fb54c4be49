import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '印件文字与对照件相同', en: 'The text of the print is that of the source' };

export const description: Bilingual = {
	zh: '印件与对照件（--against）逐字比对，多字、少字、错字都指出页码和原文。',
	en: 'The print is compared with the source (--against) character by character.',
};
