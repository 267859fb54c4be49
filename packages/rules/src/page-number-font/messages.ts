import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';

export function fixTitle(expected: string): Bilingual {
	return { zh: `页码改为${expected}`, en: `Set page numbers in ${expected}` };
}

export function wrongNumber(expected: string, actual: string, source: Source): Bilingual {
	return {
		zh: `页码是 ${actual}，${authority(source).zh}用四号半角宋体（${expected}）；请选中页码改字体、字号`,
		en: `The page number is set in ${actual}; ${authority(source).en} ${expected}, half width`,
	};
}
