import { type Bilingual, type Source } from '@bianxu/model';
import { according } from '../text/sources.ts';

const advice = { zh: '请调整换行', en: 'break the title elsewhere' };

export function oneCharacter(line: string, source: Source): Bilingual {
	const by = according(source);
	return {
		zh: `标题有一行只有「${line}」一个字，${by.zh}回行做到词意完整、排列对称；${advice.zh}`,
		en: `A line of the title is the single character 「${line}」. ${by.en} balanced lines of whole words: ${advice.en}`,
	};
}

export function splitWord(word: string, source: Source): Bilingual {
	const by = according(source);
	return {
		zh: `标题换行把「${word}」拆开了，${by.zh}回行做到词意完整；${advice.zh}`,
		en: `The title breaks inside 「${word}」. ${by.en} lines of whole words: ${advice.en}`,
	};
}

export function badStart(line: string, source: Source): Bilingual {
	const by = according(source);
	return {
		zh: `标题有一行以「${line}」开头，${by.zh}回行做到词意完整；${advice.zh}`,
		en: `A line of the title begins with 「${line}」. ${by.en} lines of whole words: ${advice.en}`,
	};
}

export function hourglass(source: Source): Bilingual {
	const by = according(source);
	return {
		zh: `标题各行中间短、两头长，${by.zh}用梯形或者菱形；${advice.zh}`,
		en: `The title is narrow in the middle. ${by.en} a trapezoid or a rhombus: ${advice.en}`,
	};
}
