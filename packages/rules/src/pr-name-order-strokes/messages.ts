import type { Bilingual } from '@bianxu/model';
import { type NameOrder, strokesOf } from './strokes.ts';

export const title: Bilingual = { zh: '声明的笔画次序属实', en: 'A stated order by strokes holds' };

export const description: Bilingual = {
	zh: '名单注明“按姓名笔画为序”（或者“按姓氏笔画”）的，应当逐字按笔画数由少到多；笔画数相同的，按横、竖、撇、点、折的笔形次序（通用规范汉字表，GF 3003-1999）。按姓名笔画的，两个字的姓名第二个字直接参加比较；按姓氏笔画的，两个字的姓名排在同姓三个字的前面（参数 method 可以改成 xingshi）。名单里只要有一个字不在 8105 个通用规范汉字里，这份名单的次序就不查，并在“未检查”里说明。',
	en: 'A list that says 按姓名笔画为序 (or 按姓氏笔画) runs, character by character, from few strokes to many and, for equal numbers, by the classes 横竖撇点折. By 姓名 the second character of a two-character name counts as such; by 姓氏 such a name comes before the longer names of its surname (parameter method: xingshi). One character outside the 8,105 standard ones leaves the order of the list unchecked.',
};

/** `before`: the name should stand before `other`, else after it. */
export function wrongOrder(name: string, other: string, before: boolean, { a, b }: NameOrder): Bilingual {
	const reason = why(a, b);
	return {
		zh: `名单注明按笔画排列，“${name}”应当排在“${other}”${before ? '前' : '后'}面：${reason.zh}。`,
		en: `The list is said to be in order of strokes: “${name}” belongs ${before ? 'before' : 'after'} “${other}” (${reason.en}).`,
	};
}

function why(a: string, b: string): Bilingual {
	if (a === '' || b === '')
		return { zh: '按姓氏笔画，两个字的姓名在同姓的前面', en: 'a two-character name comes first of its surname' };
	const [left, right] = [strokesOf(a), strokesOf(b)];
	if (left === right)
		return {
			zh: `“${a}”“${b}”都是${left}画，依次比较笔形（横、竖、撇、点、折）`,
			en: `“${a}” and “${b}” both have ${left} strokes; their classes 横竖撇点折 decide`,
		};
	return { zh: `“${a}”${left}画，“${b}”${right}画`, en: `“${a}” has ${left} strokes, “${b}” ${right}` };
}

export function uncheckedNames(names: readonly string[]): Bilingual {
	return {
		zh: `名单按笔画排列，以下姓名里有通用规范汉字表以外的字，整份名单的次序未检查：${names.join('、')}`,
		en: `The order by strokes was not checked: these names have characters outside the list of standard characters: ${names.join(', ')}`,
	};
}

export function undecided(pairs: readonly string[]): Bilingual {
	return {
		zh: `以下姓名笔画数相同、笔形次序无从判断，先后未检查：${pairs.join('；')}`,
		en: `The order of these names, equal in strokes, could not be told: ${pairs.join('; ')}`,
	};
}

export function tooMany(count: number): Bilingual {
	return {
		zh: `名单有${count}个姓名，笔画次序未检查`,
		en: `The order by strokes of a list of ${count} names was not checked`,
	};
}
