import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';

export const fixTitle: Bilingual = { zh: '清空页眉', en: 'Empty the header' };

export function headerText(text: string, source: Source): Bilingual {
	return {
		zh: `页眉里有「${text}」，${authority(source).zh}会议材料不设页眉；请核对后删除`,
		en: `The header reads “${text}”; ${authority(source).en} to have none: check and delete it`,
	};
}

/** `sheets`: of the whole paper; the mark on the first page alone costs one. */
export function headerMark(text: string, sheets: number, source: Source): Bilingual {
	const zh = sheets > 1 ? `改号时约要重印${sheets}张而非1张` : '改号时每一面都要变';
	const en =
		sheets > 1 ? `a renumbering reprints about ${sheets} sheets in place of 1` : 'a renumbering changes every side';
	return {
		zh: `编号「${text}」印在每页页眉，${zh}；${authority(source).zh}编号只在首页版心左上角，请移到首页第一行`,
		en: `The number “${text}” stands in the header of every page: ${en}. ${authority(source).en} to have it on the first page only`,
	};
}

export function footerText(text: string, source: Source): Bilingual {
	return {
		zh: `页脚里有「${text}」，${authority(source).zh}页脚只有页码；请核对后删除`,
		en: `The footer reads “${text}”; ${authority(source).en} to have page numbers only: check and delete it`,
	};
}

export function watermark(source: Source): Bilingual {
	return {
		zh: `页眉里有图形（可能是草稿水印），${authority(source).zh}会议材料不设页眉、水印；请在「设计—水印」或者页眉中删除`,
		en: `The header holds a drawing, perhaps a draft’s watermark; ${authority(source).en} to have none: delete it`,
	};
}
