import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '印件分页与对照件相同', en: 'Pages break as in the source' };

export const description: Bilingual = {
	zh: '文字相同而分页不同的，说明每面行数或者每行字数不合要求。',
	en: 'The text is that of the source and pages break elsewhere: lines or characters are not as required.',
};
