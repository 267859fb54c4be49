import type { Bilingual } from '@bianxu/model';

export function nearly(actual: string, expected: string): Bilingual {
	return {
		zh: `《${actual}》与本次会议材料《${expected}》只差一两个字。请核对题目`,
		en: `《${actual}》 differs by a character or two from 《${expected}》 of this packet: check the title`,
	};
}
