import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';

export const fixTitle: Bilingual = { zh: '改为黑色', en: 'Make it black' };

const names: Readonly<Record<string, Bilingual>> = {
	'#FF0000': { zh: '红色', en: 'red' },
	'#0000FF': { zh: '蓝色', en: 'blue' },
	'#FFFFFF': { zh: '白色', en: 'white' },
};

export function coloured(actual: string, source: Source): Bilingual {
	const name = names[actual];
	return {
		zh: `文字颜色是${name === undefined ? ` ${actual} ` : `${name.zh}（${actual}）`}，${authority(source).zh}文字用黑色；请选中后把字体颜色改为黑色`,
		en: `The text is ${name === undefined ? actual : `${name.en} (${actual})`}; ${authority(source).en} black`,
	};
}
