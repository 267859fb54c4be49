import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '印件嵌入全部字体', en: 'Every font is embedded in the print' };

export const description: Bilingual = {
	zh: 'PDF 里用到的字体全部嵌入；没有嵌入的，换一台机器印出来会变成别的字体。',
	en: 'Every font that a PDF uses is in the file; another machine prints another face in place of one that is not.',
};
