import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '发文字号用六角括号', en: 'Document numbers take 〔 〕' };

export const description: Bilingual = {
	zh: '发文字号的年份用六角括号“〔 〕”，不用［ ］【 】（ ）；序号不编虚位（不写05号），不加“第”。法院案号“（2024）苏02民终1号”不在此列。',
	en: 'The year of a document number stands in 〔 〕; the number has no leading zero and no 第. Case numbers of courts are not document numbers.',
};

export function wrongForm(actual: string, expected: string): Bilingual {
	return {
		zh: `发文字号应为“${expected}”，现为“${actual}”。`,
		en: `The document number should read “${expected}”, not “${actual}”.`,
	};
}
