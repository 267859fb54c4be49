import type { Alignment, Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';

export const fixTitle: Bilingual = { zh: '改为两端对齐', en: 'Justify it' };

const names: Readonly<Record<Alignment, Bilingual>> = {
	left: { zh: '左对齐', en: 'left-aligned' },
	center: { zh: '居中', en: 'centred' },
	right: { zh: '右对齐', en: 'right-aligned' },
	justify: { zh: '两端对齐', en: 'justified' },
	distribute: { zh: '分散对齐', en: 'distributed' },
};

export function alignmentName(alignment: Alignment): Bilingual {
	return names[alignment];
}

export function notJustified(actual: Bilingual, source: Source): Bilingual {
	return {
		zh: `正文是${actual.zh}，${authority(source).zh}两端对齐；请在「段落」里改`,
		en: `Body text is ${actual.en}; ${authority(source).en} justified text`,
	};
}
