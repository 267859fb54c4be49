import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';

export const fixTitle: Bilingual = {
	zh: '改为标准页码（单页居右、双页居左）',
	en: 'Write the standard page numbers on the outer sides',
};

export function notMirrored(source: Source): Bilingual {
	return {
		zh: `页码没有分单双页，${authority(source).zh}单页居右、双页居左，各空一字；请在页脚选「奇偶页不同」后分别设置`,
		en: `Odd and even pages have the same footer; ${authority(source).en} the number on the right of odd pages and on the left of even ones: choose different odd and even pages`,
	};
}

const sides = {
	left: { zh: '居左', en: 'on the left' },
	center: { zh: '居中', en: 'centred' },
	right: { zh: '居右', en: 'on the right' },
} as const;

export function wrongSide(even: boolean, side: 'left' | 'center' | 'right', source: Source): Bilingual {
	const wanted = even ? sides.left : sides.right;
	return {
		zh: `${even ? '双' : '单'}页的页码${sides[side].zh}，${authority(source).zh}${wanted.zh}空一字`,
		en: `The number of ${even ? 'even' : 'odd'} pages is ${sides[side].en}; ${authority(source).en} it ${wanted.en}, one character in`,
	};
}

export function gapMissing(even: boolean, source: Source): Bilingual {
	return {
		zh: `${even ? '双页页码左边' : '单页页码右边'}没有空一字，${authority(source).zh}${even ? '居左' : '居右'}空一字；请把页码段落的${even ? '左' : '右'}缩进设为 1 字符`,
		en: `The number of ${even ? 'even' : 'odd'} pages stands at the very edge; ${authority(source).en} one character in: indent it by 1 character`,
	};
}
