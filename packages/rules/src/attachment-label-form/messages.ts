import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';

export const fixTitles = {
	text: (expected: string): Bilingual => ({ zh: `改为「${expected}」`, en: `Write 「${expected}」` }),
	font: (expected: string): Bilingual => ({ zh: `改为${expected}`, en: `Set in ${expected}` }),
	indent: { zh: '改为顶格', en: 'Set it flush left' },
} as const;

export function wrongText(actual: string, expected: string, source: Source): Bilingual {
	return {
		zh: `附件标识写作「${actual}」，${authority(source).zh}写「附件」和阿拉伯数字序号，不加冒号，应为「${expected}」`,
		en: `The label reads 「${actual}」; ${authority(source).en} 「附件」 and an Arabic number without a colon: 「${expected}」`,
	};
}

export function wrongFont(actual: string, expected: string, source: Source): Bilingual {
	return {
		zh: `附件标识是${actual}，${authority(source).zh}用三号黑体（${expected}）`,
		en: `The label is set in ${actual}; ${authority(source).en} ${expected}`,
	};
}

export function wrongIndent(source: Source): Bilingual {
	return {
		zh: `附件标识没有顶格，${authority(source).zh}顶格编排；请取消缩进`,
		en: `The label is not flush left; ${authority(source).en} it flush left`,
	};
}
