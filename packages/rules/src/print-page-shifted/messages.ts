import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '各面位置一致', en: 'No page stands askew' };

export const description: Bilingual = {
	zh: '个别面比别的面偏移的，装订、印刷时走了位。',
	en: 'Single pages that stand apart from the others moved while printing or binding.',
};
