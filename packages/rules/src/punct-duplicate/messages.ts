import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '标点重复', en: 'Punctuation typed twice' };

export const description: Bilingual = {
	zh: '两个相同的标点连用（。。 ，， 、、 ；； ：：），或者句内点号和别的点号挨在一起（，。 、， 。，），多半是修改时留下的。三个以上的句号按省略号处理。',
	en: 'The same mark twice, or two stops side by side, is usually left over from editing. Three full stops and more are an ellipsis.',
};

export function doubled(actual: string, expected: string): Bilingual {
	return {
		zh: `标点“${actual}”重复，应为“${expected}”。`,
		en: `The marks “${actual}” should be “${expected}”.`,
	};
}
