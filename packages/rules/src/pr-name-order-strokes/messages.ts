import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '声明的笔画次序属实', en: 'A stated order by strokes holds' };

export const description: Bilingual = {
	zh: '名单注明“按姓名笔画为序”（或者“按姓氏笔画”）的，姓的笔画数应当由少到多。只比较常见姓的笔画数；同笔画的先后、不常见的姓，不查，并在“未检查”里说明。',
	en: 'A list that says 按姓名笔画为序 runs from surnames of few strokes to those of many. Only common surnames are compared, by number of strokes; ties and rare surnames are named as unchecked.',
};

export function wrongOrder(name: string, strokes: number, before: string, beforeStrokes: number): Bilingual {
	return {
		zh: `名单注明按笔画排列，“${name}”的姓${strokes}画，应当排在“${before}”（姓${beforeStrokes}画）前面。`,
		en: `The list is said to be in order of strokes: “${name}” (${strokes}) belongs before “${before}” (${beforeStrokes}).`,
	};
}

export function uncheckedNames(names: readonly string[]): Bilingual {
	return {
		zh: `名单按笔画排列，以下姓名的姓不在笔画表里，次序未检查：${names.join('、')}。`,
		en: `The order by strokes was not checked for surnames outside the table: ${names.join(', ')}.`,
	};
}
