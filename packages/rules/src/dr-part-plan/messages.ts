import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '述职：今后打算和改进措施', en: 'Duty report: plans' };

export const description: Bilingual = {
	zh: '述职报告应当写今后的打算和改进措施。',
	en: 'A duty report tells what is planned and how shortcomings will be mended.',
};
