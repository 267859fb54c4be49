import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = {
	zh: '行首行尾没有不该有的标点',
	en: 'No mark stands at a line start or end where it must not',
};

export const description: Bilingual = {
	zh: '句号、逗号、顿号、冒号等不在行首，后引号、后括号、后书名号不在行首，前引号、前括号、前书名号不在行末，连接号、间隔号不在行首。按版面排好后检查（lint --layout）。',
	en: 'Closing marks, pauses and connectors do not begin a line, opening marks do not end one. Looked at on the lines as set (lint --layout).',
};

/** A mark at the head (or the end) of a line. */
export function forbidden(mark: string, place: 'start' | 'end'): Bilingual {
	const where = place === 'start' ? { zh: '行首', en: 'begins' } : { zh: '行末', en: 'ends' };
	return {
		zh: `「${mark}」落在${where.zh}，GB/T 15834-2011 5.1 规定不得如此；多半是此处连用标点过多或者栏太窄，请调整文字`,
		en: `"${mark}" ${where.en} a line, which GB/T 15834-2011 5.1 forbids; there are too many marks in a row here, or the column is too narrow`,
	};
}
