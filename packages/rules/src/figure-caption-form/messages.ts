import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';

export function fixTitle(expected: string): Bilingual {
	return { zh: `改为「${expected}」`, en: `Write 「${expected}」` };
}

export function wrongCaption(actual: string, expected: string, source: Source): Bilingual {
	return {
		zh: `图题写作「${actual}」，${authority(source).zh}用阿拉伯数字、数字后空一格、不加标点，应为「${expected}」`,
		en: `The caption reads 「${actual}」; ${authority(source).en} Arabic digits, a blank and no marks: 「${expected}」`,
	};
}
