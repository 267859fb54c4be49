import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '标题序号连续', en: 'Heading numbers run without gaps' };

export const description: Bilingual = {
	zh: '同一上级标题下的序号从一开始，连续，不重复，不跳号；手打的序号和自动编号放在一起数。附件里的序号另起。',
	en: 'Under one parent the numbers start at one and run on, without gaps and duplicates; typed and automatic numbers are counted together. Attachments count anew.',
};

export const fixTitle: Bilingual = { zh: '这一组标题按次序重新编号', en: 'Number these headings anew' };

export function repeated(actual: string, expected: string): Bilingual {
	return {
		zh: `序号“${actual}”与前一个标题重复，按次序应为“${expected}”。请核对后面的序号和文中的引用。`,
		en: `“${actual}” repeats the number of the heading before it; in order it would be “${expected}”.`,
	};
}

export function skipped(actual: string, expected: string, first: boolean): Bilingual {
	return first
		? {
				zh: `这一组标题的第一个序号是“${actual}”，应从“${expected}”开始。请核对前面是不是漏了内容。`,
				en: `The first of these headings has “${actual}”; numbers start at “${expected}”.`,
			}
		: {
				zh: `序号跳到了“${actual}”，按次序应为“${expected}”。请核对是漏了一部分还是编错了号。`,
				en: `The numbers jump to “${actual}”; in order it would be “${expected}”.`,
			};
}

export function outOfOrder(actual: string, expected: string): Bilingual {
	return {
		zh: `序号“${actual}”比前面的小，按次序应为“${expected}”。`,
		en: `“${actual}” is less than the numbers before it; in order it would be “${expected}”.`,
	};
}
