import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';

export const fixTitles = {
	line: { zh: '上面加一个空行', en: 'Insert a blank line above' },
	center: { zh: '改为居中', en: 'Centre it' },
} as const;

export function wrongLine(source: Source): Bilingual {
	return {
		zh: `附件标题紧接「附件」，${authority(source).zh}排在版心第三行（中间空一行）；请加一个空行`,
		en: `The attachment’s title follows its label at once; ${authority(source).en} it on the third line, one blank line between`,
	};
}

export function notCentred(source: Source): Bilingual {
	return {
		zh: `附件标题没有居中，${authority(source).zh}居中编排`,
		en: `The attachment’s title is not centred; ${authority(source).en} it centred`,
	};
}
