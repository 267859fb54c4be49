import type { Bilingual } from '@bianxu/model';

export const fixTitle: Bilingual = {
	zh: '按各部分的要求写明中文字体',
	en: 'Name the Chinese font that each part asks for',
};

export function undetermined(paragraphs: number): Bilingual {
	return {
		zh: `有 ${paragraphs} 段文字没有写明中文字体（样式和主题里也没有），换一台电脑会变成别的字体；请选中后设置中文字体`,
		en: `${paragraphs} paragraphs name no Chinese font, neither directly nor by style or theme: another machine shows another font. Set it`,
	};
}
