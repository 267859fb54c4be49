import type { Bilingual } from '@bianxu/model';

export function unresolved(actual: string, number: string, listed: number): Bilingual {
	return {
		zh: `「${actual}」指到的${number}号材料不在本次会议材料里（议程列有${listed}份）。请核对序号，或者运行 bianxu packet plan`,
		en: `「${actual}」 names a material ${number} that the packet of ${listed} does not have: check the number, or run bianxu packet plan`,
	};
}

export function otherTitle(title: string, actual: string, expected: string, other: string): Bilingual {
	return {
		zh: `《${title}》是第${expected}号材料，这里写的是${actual}（那是《${other}》）。请核对序号`,
		en: `《${title}》 is material ${expected}; ${actual} is 《${other}》: check the number`,
	};
}
