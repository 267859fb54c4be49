import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';

export const fixTitle: Bilingual = { zh: '按中文字体显示', en: 'Mark them as Chinese' };

export function westernMarks(marks: string, family: string, source: Source): Bilingual {
	return {
		zh: `中文里的 ${marks} 按西文字体${family === '' ? '' : `（${family}）`}显示，${authority(source).zh}用中文字体；请选中后设为正文的中文字体`,
		en: `${marks} in Chinese text are set in the Latin font${family === '' ? '' : ` (${family})`}; ${authority(source).en} the Chinese one`,
	};
}
