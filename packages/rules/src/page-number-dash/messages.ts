import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';

export function fixTitle(expected: string): Bilingual {
	return { zh: `页码改为「${expected}」`, en: `Write page numbers as “${expected}”` };
}

export function wrongForm(expected: string, actual: string, source: Source): Bilingual {
	return {
		zh: `页码写作「${actual}」，${authority(source).zh}数字左右各放一条一字线，应为「${expected}」`,
		en: `The page number reads “${actual}”; ${authority(source).en} a one-em dash on either side: “${expected}”`,
	};
}

export function tightForm(expected: string, actual: string): Bilingual {
	return {
		zh: `页码写作「${actual}」，通行做法是数字与一字线之间空半字，写作「${expected}」`,
		en: `The page number reads “${actual}”; common practice is a blank between digits and dashes, “${expected}”`,
	};
}
