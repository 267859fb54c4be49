import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '自动编号和手打序号不混用', en: 'Automatic and typed numbers are not mixed' };

export const description: Bilingual = {
	zh: '同一级标题有的用自动编号，有的手打序号，增删标题时自动的会变、手打的不变，容易缺号重号。',
	en: 'When headings of one level have automatic numbers here and typed ones there, inserting a heading moves only the former.',
};

export function mixed(typed: number, automatic: number): Bilingual {
	return {
		zh: `同一级标题有${automatic}处自动编号、${typed}处手打序号，增删时容易编乱，请统一。`,
		en: `This level has ${automatic} automatic and ${typed} typed numbers; use one way, or edits will break the sequence.`,
	};
}
