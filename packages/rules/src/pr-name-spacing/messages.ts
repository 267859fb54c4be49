import type { Bilingual } from '@bianxu/model';

export function wrongBlank(name: string, expected: string): Bilingual {
	return {
		zh: `名单里两个字的姓名，姓和名之间通行做法是空一个全角空格，写作「${expected}」；这里是「${name}」`,
		en: `In lists a two-character name has one full-width blank, 「${expected}」; here it is 「${name}」`,
	};
}

export function notAligned(name: string, expected: string): Bilingual {
	return {
		zh: `名单里其他两个字的姓名空了一格，「${name}」没有空；通行做法是统一写作「${expected}」`,
		en: `Other two-character names in the list have a full-width blank and 「${name}」 has none; write 「${expected}」`,
	};
}
