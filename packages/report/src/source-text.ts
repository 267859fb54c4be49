import type { Language, Source } from '@bianxu/model';
import { AUTHORITY, say } from './words.ts';

/** 「GB/T 9704-2012 7.3.1（国家标准）」: the source of a required value and its rank. Not escaped. */
export function sourceText(source: Source, language: Language): string {
	const where = [source.doc, source.clause].filter((part) => part !== '').join(' ');
	const rank = say(language, AUTHORITY[source.level]);
	if (where === '') return rank;
	return language === 'zh' ? `${where}（${rank}）` : `${where} (${rank})`;
}
