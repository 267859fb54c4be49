import { type Bilingual, isBinding, type Source } from '@bianxu/model';
import { authority } from '../authority.ts';

export function fixTitle(wanted: string): Bilingual {
	return { zh: `数字、字母改为 ${wanted}`, en: `Set digits and letters in ${wanted}` };
}

export function wrongLatin(actual: string, wanted: string, source: Source): Bilingual {
	const own = isBinding(source.level)
		? { zh: '', en: '' }
		: { zh: '，或者与所在文字同一字体', en: ', or the face of the text around them' };
	return {
		zh: `数字、字母用了「${actual}」，${authority(source).zh}用 ${wanted}${own.zh}；请选中后把西文字体改为 ${wanted}`,
		en: `Digits and letters are set in ${actual}; ${authority(source).en} ${wanted}${own.en}`,
	};
}
