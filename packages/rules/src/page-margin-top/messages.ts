import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';
import { sectionName } from '../section-words.ts';

export function fixTitle(millimetres: number): Bilingual {
	return { zh: `上边距改为 ${millimetres} 毫米`, en: `Set the top margin to ${millimetres} mm` };
}

export function wrongMargin(
	section: number,
	count: number,
	expected: number,
	tolerance: number,
	actual: string,
	source: Source,
): Bilingual {
	const name = sectionName(section, count);
	return {
		zh: `${name.zh}的天头（上边距）是 ${actual}，${authority(source).zh}为 ${expected}±${tolerance}mm；请在「页面布局—页边距」改上边距`,
		en: `${name.en} has a top margin of ${actual}; ${authority(source).en} ${expected}±${tolerance} mm: change it in the page set-up`,
	};
}
