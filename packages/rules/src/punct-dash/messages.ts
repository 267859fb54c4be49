import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '破折号占两个字', en: 'The dash is two cells long' };

export const description: Bilingual = {
	zh: '中文破折号是“——”（两个U+2014），不用“--”“－－”“––”“―”拼出来，也不多于两个。段首的条目符号由dash-bullet-form检查。',
	en: 'The Chinese dash is “——” (U+2014 twice), not hyphens, minus signs or horizontal bars, and not three of them. Marks of list items are dash-bullet-form’s.',
};

export function wrongDash(actual: string): Bilingual {
	return {
		zh: `破折号应为“——”（占两个字），现为“${actual}”。`,
		en: `The dash should be “——”, not “${actual}”.`,
	};
}
