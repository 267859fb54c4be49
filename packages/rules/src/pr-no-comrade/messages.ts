import type { Bilingual } from '@bianxu/model';

export function noAddress(word: string): Bilingual {
	return {
		zh: `名单和决定里，姓名后面通行做法是不加「${word}」；请删去`,
		en: `In lists and decisions common practice is to write the name without 「${word}」: remove it`,
	};
}
