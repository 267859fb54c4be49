import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '姓名间隔号用“·”', en: 'The dot in names is ·' };

export const description: Bilingual = {
	zh: '少数民族姓名、外国人名中间的间隔号是“·”（U+00B7），不用“.”“•”“・”“‧”。',
	en: 'The dot inside a name is U+00B7, not a full stop, a bullet or another dot.',
};

export function wrongDot(actual: string): Bilingual {
	return {
		zh: `间隔号应为“·”，现为“${actual}”。`,
		en: `The dot between parts should be “·”, not “${actual}”.`,
	};
}
