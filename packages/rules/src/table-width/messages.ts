import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';

export function tooWide(actual: string, area: string, source: Source): Bilingual {
	return {
		zh: `表宽 ${actual}，超出版心（${area}），${authority(source).zh}版心宽 156mm；请在「布局—自动调整」选「根据窗口调整表格」，放不下的改用横向页面`,
		en: `The table is ${actual} wide and exceeds the type area of ${area}; ${authority(source).en} 156 mm: fit it to the window, or use a landscape page`,
	};
}
