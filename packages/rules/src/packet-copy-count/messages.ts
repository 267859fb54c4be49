import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '写明印数', en: 'The number of copies is given' };

export const description: Bilingual = {
	zh: '付印前每份材料应当写明印数。别的材料写了、这份没写的，提示一次；全都没写的不提示。',
	en: 'Before printing every material has its number of copies. Where others have one and this has none, a remark says so.',
};

export const missing: Bilingual = {
	zh: 'packet.yaml 里别的材料写了印数（copies），这份没有写。',
	en: 'packet.yaml gives the number of copies of other materials, not of this one.',
};
