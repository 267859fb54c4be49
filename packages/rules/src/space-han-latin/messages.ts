import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '汉字与数字之间不打空格', en: 'No typed blank between Han and digits' };

export const description: Bilingual = {
	zh: '汉字与数字之间的间隔由排版给出，不用空格键打。只看正文句子；外文单词、标准号旁边的空格不算。',
	en: 'Layout sets the gap between Han characters and digits; it is not typed. Only sentences are looked at; blanks beside Latin words and codes are left alone.',
};

export const needless: Bilingual = {
	zh: '汉字与数字之间不打空格，间隔由排版给出，请删去。',
	en: 'Remove the typed blank between Han and digits; layout sets the gap.',
};
