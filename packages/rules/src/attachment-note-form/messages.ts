import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';

type Kind = 'colon' | 'number' | 'tail' | 'gap';

export const fixTitles: Readonly<Record<Kind, Bilingual>> = {
	colon: { zh: '「附件」后面用全角冒号', en: 'Write 「附件：」 with a full-width colon' },
	number: { zh: '序号改为数字加点', en: 'Write the number with a dot' },
	tail: { zh: '删去末尾的标点', en: 'Delete the mark at the end' },
	gap: { zh: '上面加一个空行', en: 'Insert a blank line above' },
};

export function wrong(kind: Kind, actual: string, expected: string, source: Source): Bilingual {
	const { zh, en } = authority(source);
	switch (kind) {
		case 'colon':
			return {
				zh: `附件说明「附件」后面${actual === '' ? '缺少冒号' : `是「${actual}」`}，${zh}用全角冒号，写作「附件：」`,
				en: `「附件」 is ${actual === '' ? 'without a colon' : `followed by 「${actual}」`}; ${en} a full-width colon, 「附件：」`,
			};
		case 'number':
			return {
				zh: `附件序号写作「${actual}」，${zh}用阿拉伯数字加点，应为「${expected}」`,
				en: `The attachment number reads 「${actual}」; ${en} Arabic digits and a dot, 「${expected}」`,
			};
		case 'tail':
			return {
				zh: `附件名称后面有「${actual.trim()}」，${zh}附件名称后不加标点；请删去`,
				en: `The attachment’s name ends with 「${actual.trim()}」; ${en} no mark after it`,
			};
		case 'gap':
			return {
				zh: `附件说明紧接正文，${zh}在正文下空一行编排；请在前面加一个空行`,
				en: `The list of attachments follows the text at once; ${en} one blank line above it`,
			};
	}
}
