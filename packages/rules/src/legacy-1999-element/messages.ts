import type { Bilingual, Source } from '@bianxu/model';

export const fixTitle: Bilingual = { zh: '删去这一段', en: 'Remove the paragraph' };

export function legacy(name: string, source: Source): Bilingual {
	return {
		zh: `「${name}」是 1999 年标准的要素，${source.doc} 已经取消；请核对后删去`,
		en: `「${name}」 belongs to the standard of 1999 and was dropped by ${source.doc}: check and remove it`,
	};
}
