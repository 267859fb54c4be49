import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '印件有可读的文字', en: 'The print has text that can be read' };

export const description: Bilingual = {
	zh: '扫描件、文字转曲的 PDF 没有文字可核对；请交由文字文档直接导出的 PDF。',
	en: 'A scan or text turned into outlines cannot be compared; hand in a PDF exported from the document.',
};
