import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';

export const fixTitle: Bilingual = { zh: '插入标准页码', en: 'Insert the standard page numbers' };

/** `section` null: the whole document. */
export function missing(section: number | null, form: string, source: Source): Bilingual {
	const shown = form.replace('{n}', '1');
	return {
		zh: `${section === null ? '文稿' : `第 ${section + 1} 节`}没有页码，${authority(source).zh}编排页码（${shown}，单页居右、双页居左）；请插入页码`,
		en: `${section === null ? 'The document' : `Section ${section + 1}`} has no page numbers; ${authority(source).en} them (${shown}, on the right of odd pages, on the left of even ones): insert them`,
	};
}

export function missingEven(section: number, count: number, form: string, source: Source): Bilingual {
	const shown = form.replace('{n}', '2');
	return {
		zh: `${count === 1 ? '' : `第 ${section + 1} 节的`}双页页脚没有页码，${authority(source).zh}双页同样编排页码（${shown}，居左空一字）；请在双页页脚插入页码`,
		en: `The even pages${count === 1 ? '' : ` of section ${section + 1}`} have no page number; ${authority(source).en} it there too (${shown}, one character from the left)`,
	};
}
