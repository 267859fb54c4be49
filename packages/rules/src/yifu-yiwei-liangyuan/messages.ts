import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '“一府一委两院”', en: '一府一委两院' };

export const description: Bilingual = {
	zh: '2018年设立监察委员会以后，由人大产生的是“一府一委两院”。说2018年以前的事、引文和书名号里的“一府两院”不查。',
	en: 'Since the supervisory commissions of 2018 the organs are 一府一委两院. Sentences about earlier years, quotations and titles are left alone.',
};

export const outdated: Bilingual = {
	zh: '设立监察委员会以后，“一府两院”应称“一府一委两院”。',
	en: 'Since the supervisory commissions were set up, say 一府一委两院.',
};
