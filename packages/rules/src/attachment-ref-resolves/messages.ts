import type { Bilingual } from '@bianxu/model';

export function unresolved(number: number, known: number): Bilingual {
	return {
		zh: `正文引用了附件${number}，但材料只有 ${known} 个附件，没有附件${number}；请核对序号`,
		en: `The text cites attachment ${number}; the paper has ${known} and no such number: check it`,
	};
}

export const noAttachment: Bilingual = {
	zh: '正文要读者看附件，本文件既没有附件说明，也没有附件；请补附件说明，附件另行装订的也要列出',
	en: 'The text sends the reader to an attachment, and the paper neither lists nor has one; list it, also when it is bound apart',
};
