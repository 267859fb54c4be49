import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '省略号用六个点', en: 'The ellipsis has six dots' };

export const description: Bilingual = {
	zh: '中文省略号是占两个字的六个点“……”。三个小圆点（...）、几个句号（。。。）、只有一半的“…”都改成“……”；目录里的引导点不在此列。',
	en: 'The Chinese ellipsis is six dots in two cells (……). Three dots (...), repeated full stops (。。。) and half an ellipsis (…) become ……; leaders of contents lists are left alone.',
};

export function wrongDots(actual: string): Bilingual {
	return {
		zh: `省略号应为“……”（六个点，占两个字），现为“${actual}”。`,
		en: `The ellipsis should be “……”, not “${actual}”.`,
	};
}
