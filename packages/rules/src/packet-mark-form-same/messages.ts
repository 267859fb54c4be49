import type { Bilingual } from '@bianxu/model';

export function otherForm(actual: string, expected: string): Bilingual {
	return {
		zh: `会议文件标识是「${actual}」，本次会议统一的写法是「${expected}」；通行做法是一次会议只用一种写法`,
		en: `The file mark is 「${actual}」 and the form of this packet gives 「${expected}」; common practice is one form for one session`,
	};
}
