import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';
import { sectionName } from '../section-words.ts';

export const fixTitle: Bilingual = { zh: '改右边距、下边距', en: 'Set the right and lower margins' };

interface Margin {
	readonly actual: number;
	readonly wanted: number;
}

export function wrongArea(
	section: number,
	count: number,
	expected: string,
	actual: string,
	margins: { readonly right: Margin | null; readonly bottom: Margin | null },
	source: Source,
): Bilingual {
	const name = sectionName(section, count);
	const zh: string[] = [];
	const en: string[] = [];
	const add = (margin: Margin | null, nameZh: string, nameEn: string): void => {
		if (margin === null) return;
		zh.push(`${nameZh}由 ${margin.actual}mm 改为 ${margin.wanted}mm`);
		en.push(`change the ${nameEn} margin from ${margin.actual} to ${margin.wanted} mm`);
	};
	add(margins.right, '右边距', 'right');
	add(margins.bottom, '下边距', 'lower');
	return {
		zh: `${name.zh}的版心是 ${actual}，${authority(source).zh}为 ${expected}；请把${zh.join('，')}`,
		en: `${name.en} has a type area of ${actual}; ${authority(source).en} ${expected}: ${en.join(', ')}`,
	};
}
