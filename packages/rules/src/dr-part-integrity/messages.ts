import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '述职：勤政廉政', en: 'Duty report: integrity' };

export const description: Bilingual = {
	zh: '述职报告应当写勤政廉政、廉洁自律的情况。',
	en: 'A duty report tells of diligence and integrity in office.',
};
