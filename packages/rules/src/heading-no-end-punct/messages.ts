import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = {
	zh: '独立成行的标题末尾不用标点',
	en: 'No end mark behind a heading on its own line',
};

export const description: Bilingual = {
	zh: '独立成行的标题末尾不用句号、逗号、分号、冒号（问号、叹号、省略号可以用）。标题后面接着正文的（“（一）加强领导。各级……”）用句号；逐条列举的句子不算标题。',
	en: 'A heading on its own line has no end mark but ？ ！ ……. A heading that runs into its paragraph ends with 。; numbered sentences of a list are no headings.',
};

export function endMark(actual: string): Bilingual {
	return {
		zh: `标题独立成行，末尾不用“${actual}”，请删去。`,
		en: `The heading stands on its own line: remove “${actual}” at its end.`,
	};
}
