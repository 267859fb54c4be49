import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '按页码引用容易失效', en: 'References by page number break' };

export const description: Bilingual = {
	zh: '“见第3页”在改动、重排之后可能指向别处，最好引用部分、附件或者表的序号。引用其他书刊的页码不查。',
	en: 'A page may be another one after the next change; cite the part, attachment or table instead. Pages of other works are left alone.',
};

export function fragile(actual: string): Bilingual {
	return {
		zh: `“${actual}”按页码引用，文稿改动后页码会变。请在付印前核对，或者改引部分、附件、表的序号。`,
		en: `“${actual}” cites a page, which changes with the text: check it before printing, or cite a part, attachment or table.`,
	};
}
