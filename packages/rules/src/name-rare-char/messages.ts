import type { Bilingual } from '@bianxu/model';

export function privateUse(codePoint: number): Bilingual {
	const code = `U+${codePoint.toString(16).toUpperCase()}`;
	return {
		zh: `这里有一个自造字（私有码位 ${code}），别的电脑显示不出来；请查实原字，改用 GB 18030 里的标准字`,
		en: `A self-made character (private use ${code}) stands here and shows on no other machine: find the character in GB 18030`,
	};
}

export function described(text: string): Bilingual {
	return {
		zh: `「${text}」是拼字描述，不是一个字；请改用 GB 18030 里的标准字`,
		en: `「${text}」 describes a character and is none: use the character of GB 18030`,
	};
}

export function standIn(text: string): Bilingual {
	return {
		zh: `「${text}」是生僻字的替代写法；请查实原字，改用 GB 18030 里的标准字`,
		en: `「${text}」 stands in for a rare character: use the character of GB 18030`,
	};
}
