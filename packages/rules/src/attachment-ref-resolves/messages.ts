import type { Bilingual } from '@bianxu/model';

export function unresolved(number: number, known: number): Bilingual {
	return {
		zh: `正文引用了附件${number}，但材料只有 ${known} 个附件，没有附件${number}；请核对序号`,
		en: `The text cites attachment ${number}; the paper has ${known} and no such number: check it`,
	};
}
