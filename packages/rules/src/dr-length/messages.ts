import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '述职报告的篇幅', en: 'Length of a duty report' };

export const description: Bilingual = {
	zh: '述职报告正文的字数应当在模板给出的范围内（各地要求二千字以上到三千字左右不等，可在本机关的设置里改）。附件不算。',
	en: 'The text of a duty report keeps within the template’s range of characters; attachments are not counted.',
};

export function outOfRange(actual: number, min: number, max: number): Bilingual {
	return {
		zh: `正文${actual}字，通行做法在${min}字到${max}字之间，请${actual < min ? '充实' : '压缩'}。`,
		en: `The text has ${actual} characters; common practice is ${min} to ${max}.`,
	};
}
