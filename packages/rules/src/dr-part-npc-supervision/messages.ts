import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = {
	zh: '述职：执行决议决定、接受监督',
	en: 'Duty report: congress decisions and supervision',
};

export const description: Bilingual = {
	zh: '述职报告应当写执行人大及其常委会决议决定、接受人大监督、办理代表建议的情况。',
	en: 'A duty report tells how decisions of the congress were carried out, supervision accepted and deputies’ suggestions handled.',
};
