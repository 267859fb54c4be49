import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';

export function fixTitle(wanted: string): Bilingual {
	return { zh: `改为「${wanted}」，不加粗`, en: `Set in ${wanted}, not bold` };
}

export function fakeTitle(family: string, bold: boolean, wanted: string, source: Source): Bilingual {
	return {
		zh: `标题用「${family}」${bold ? '加粗' : ''}代替小标宋，${authority(source).zh}用小标宋体；请安装小标宋字体后改为「${wanted}」，不加粗`,
		en: `The title is in ${bold ? 'bold ' : ''}${family} in place of Xiaobiaosong; ${authority(source).en} Xiaobiaosong: install it and set the title in ${wanted}, not bold`,
	};
}
