import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '目录与材料题名一致', en: 'The contents list agrees with the titles' };

export const description: Bilingual = {
	zh: '目录里应当有每份编号材料的题名，一字不差（换行、空格不算）。packet.yaml 里登记了目录（contents）的才查。',
	en: 'A contents list names every numbered material by its exact title; line breaks and blanks do not count. Only packets that list a contents paper are checked.',
};

export function notListed(name: string): Bilingual {
	return {
		zh: `目录里没有“${name}”（题名不一致也会这样）。请核对。`,
		en: `The contents list does not have “${name}”, or has it in other words.`,
	};
}
