import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';

export type Decoration = 'italic' | 'underline' | 'highlight' | 'strike';

export const decorationNames: Readonly<Record<Decoration, Bilingual>> = {
	italic: { zh: '斜体', en: 'italics' },
	underline: { zh: '下划线', en: 'underline' },
	highlight: { zh: '底色（突出显示或者底纹）', en: 'highlight or shading' },
	strike: { zh: '删除线', en: 'strike-through' },
};

export const fixTitle: Bilingual = { zh: '去掉修饰', en: 'Remove the decoration' };

export function decorated(kinds: readonly Decoration[], source: Source): Bilingual {
	const advice = kinds.includes('strike')
		? { zh: '带删除线的文字请确定是删去还是保留', en: 'decide whether the struck text stays' }
		: { zh: '请去掉', en: 'remove it' };
	return {
		zh: `文字带有${kinds.map((kind) => decorationNames[kind].zh).join('、')}，${authority(source).zh}会议材料不用；${advice.zh}`,
		en: `The text has ${kinds.map((kind) => decorationNames[kind].en).join(', ')}; ${authority(source).en} to have none: ${advice.en}`,
	};
}
