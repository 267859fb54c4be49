import type { Bilingual, Source } from '@bianxu/model';
import { according } from '../text/sources.ts';

export const title: Bilingual = { zh: '标题序号的写法', en: 'How heading numbers are written' };

export const description: Bilingual = {
	zh: '四级标题的序号依次为“一、”“（一）”“1.”“（1）”。不写“一.”“（一）、”“1、”“⑴”，括号用全角。决定的条文、议程和名单的条目不算标题。',
	en: 'The numbers of the four levels are 一、 （一） 1. （1）, exactly. Articles of decisions and items of agendas and lists are no headings.',
};

export function wrongMark(actual: string, expected: string, source: Source): Bilingual {
	const by = according(source);
	return {
		zh: `${by.zh}，标题序号“${actual}”应写作“${expected}”。`,
		en: `${by.en} “${expected}” as the number of this heading, not “${actual}”.`,
	};
}

export function wrongLabel(actual: string, expected: string, source: Source): Bilingual {
	const text = wrongMark(actual, expected, source);
	return {
		zh: `${text.zh}这是自动编号，请在编号格式里改。`,
		en: `${text.en} It is an automatic number: change the format of the list.`,
	};
}
