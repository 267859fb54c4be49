import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';

export const fixTitle: Bilingual = { zh: '恢复标准缩放和间距', en: 'Restore normal scale and spacing' };

/** `scale` in percent, `spacing` in points. */
export function squeezed(scale: number, spacing: number, source: Source): Bilingual {
	const zh: string[] = [];
	const en: string[] = [];
	if (scale !== 100) {
		zh.push(`字符缩放 ${scale}%`);
		en.push(`scaled to ${scale} %`);
	}
	if (spacing !== 0) {
		zh.push(`字间距${spacing > 0 ? '加宽' : '紧缩'} ${Math.abs(spacing)} 磅`);
		en.push(`${spacing > 0 ? 'expanded' : 'condensed'} by ${Math.abs(spacing)} pt`);
	}
	return {
		zh: `文字${zh.join('，')}，${authority(source).zh}缩放 100%、标准间距；请在「字体—高级」里恢复`,
		en: `The text is ${en.join(' and ')}; ${authority(source).en} 100 % and normal spacing`,
	};
}
