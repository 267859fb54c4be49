import type { Bilingual, Source } from '@bianxu/model';
import { according } from '../text/sources.ts';

export const title: Bilingual = {
	zh: '并列的引号、书名号之间不用顿号',
	en: 'No enumeration comma between quoted items',
};

export const description: Bilingual = {
	zh: '标有引号的并列成分之间、标有书名号的并列成分之间通常不用顿号；后面有括注的可以用。',
	en: 'Items each in quotation marks, or each in title marks, follow each other without an enumeration comma, unless a bracket stands between them.',
};

export function needless(pair: string, source: Source): Bilingual {
	const by = according(source);
	return {
		zh: `${by.zh}，“${pair}”之间通常不用顿号，请删去。`,
		en: `${by.en}: items as in “${pair}” take no enumeration comma between them; remove it.`,
	};
}
