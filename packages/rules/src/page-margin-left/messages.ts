import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';
import { sectionName } from '../section-words.ts';

export function fixTitle(millimetres: number): Bilingual {
	return { zh: `左边距改为 ${millimetres} 毫米`, en: `Set the left margin to ${millimetres} mm` };
}

export function wrongMargin(
	section: number,
	count: number,
	expected: number,
	tolerance: number,
	actual: string,
	gutter: boolean,
	source: Source,
): Bilingual {
	const name = sectionName(section, count);
	const part = gutter ? { zh: '（左边距加装订线）', en: ' (margin and gutter)' } : { zh: '（左边距）', en: '' };
	return {
		zh: `${name.zh}的订口${part.zh}是 ${actual}，${authority(source).zh}为 ${expected}±${tolerance}mm；请在「页面布局—页边距」改左边距`,
		en: `${name.en} has a binding margin${part.en} of ${actual}; ${authority(source).en} ${expected}±${tolerance} mm: change the left margin in the page set-up`,
	};
}
