import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '述职：依法履行职责', en: 'Duty report: acting under the law' };

export const description: Bilingual = {
	zh: '述职报告应当写遵守和执行宪法、法律，依法行政、公正司法的情况。标题或者正文里有模板列出的任何一个词，就算写了。',
	en: 'A duty report tells how the constitution and the laws were observed and carried out. Any of the template’s words in a heading or in the text will do.',
};
