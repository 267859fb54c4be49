import type { Bilingual } from '@bianxu/model';

export function fixTitle(number: number): Bilingual {
	return { zh: `改为表${number}（正文里的引用要一并核对）`, en: `Number it ${number} (check the references to it)` };
}

export function outOfSequence(actual: number, expected: number): Bilingual {
	return {
		zh: `这里应当是表${expected}，写的是表${actual}；请核对表的序号和正文里的引用`,
		en: `Table ${expected} is due here and the caption says ${actual}: check the numbers and the references`,
	};
}
