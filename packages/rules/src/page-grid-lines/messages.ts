import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';
import { sectionName } from '../section-words.ts';

export function fixTitle(lines: number): Bilingual {
	return { zh: `行网格改为每页 ${lines} 行`, en: `Set the grid to ${lines} lines a page` };
}

export function wrongPitch(
	section: number,
	count: number,
	lines: number,
	cells: number,
	actual: string,
	expected: string,
	source: Source,
): Bilingual {
	const name = sectionName(section, count);
	return {
		zh: `${name.zh}的行网格跨度是 ${actual}，${authority(source).zh}一般每面 ${lines} 行、每行 ${cells} 字，跨度应为 ${expected}；请在「页面设置—文档网格」指定每页 ${lines} 行`,
		en: `${name.en} has a line grid of ${actual.replace('磅', ' pt')}; ${authority(source).en} ${lines} lines of ${cells} characters a page, a pitch of ${expected.replace('磅', ' pt')}: set ${lines} lines a page in the document grid`,
	};
}
