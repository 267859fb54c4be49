import type { Bilingual, Source } from '@bianxu/model';
import { sectionName } from '../section-words.ts';

export function fixTitle(cells: number): Bilingual {
	return { zh: `文档网格指定每行 ${cells} 字`, en: `Set the grid to ${cells} characters a line` };
}

export function noGrid(section: number, count: number, cells: number, source: Source): Bilingual {
	const name = sectionName(section, count);
	return {
		zh: `${name.zh}没有指定字符网格，三号字每行只排 27 字；${source.doc} ${source.clause} 一般每行 ${cells} 字，可在「页面设置—文档网格」指定每行 ${cells} 字`,
		en: `${name.en} has no character grid, so a line holds 27 characters of 16 pt; usually it holds ${cells} (${source.doc} ${source.clause})`,
	};
}

export function wrongCell(section: number, count: number, cells: number, actual: string, source: Source): Bilingual {
	const name = sectionName(section, count);
	return {
		zh: `${name.zh}的字符网格每字占 ${actual}，不是每行 ${cells} 字；${source.doc} ${source.clause} 一般每行 ${cells} 字（15.79磅）`,
		en: `${name.en} has a character grid of ${actual.replace('磅', ' pt')} a cell, which is not ${cells} a line (15.79 pt; ${source.doc} ${source.clause})`,
	};
}
