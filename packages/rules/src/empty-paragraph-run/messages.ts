import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';

export function fixTitle(max: number): Bilingual {
	return { zh: `删去第 ${max} 行以后的空行`, en: `Remove the blank lines after the first ${max}` };
}

export function manyBlanks(count: number, max: number, source: Source): Bilingual {
	return {
		zh: `这里连续有 ${count} 个空行，${authority(source).zh}不超过 ${max} 个；要另起一页的，请用分页符`,
		en: `There are ${count} blank lines in a row; ${authority(source).en} no more than ${max}: use a page break to begin a page`,
	};
}
