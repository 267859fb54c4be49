import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '印件页序正确', en: 'Pages are in order' };

export const description: Bilingual = {
	zh: '印件各页的次序与对照件相同。',
	en: 'Pages of the print stand in the order of the source.',
};
