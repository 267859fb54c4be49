import type { Bilingual, Source } from '@bianxu/model';
import { according } from '../text/sources.ts';

export function wrongVerb(post: string, actual: string, expected: string, why: Bilingual, source: Source): Bilingual {
	const by = according(source);
	return {
		zh: `「${post}」${why.zh}，${by.zh}用「${expected}」，这里用的是「${actual}」`,
		en: `「${post}」: ${why.en}. ${by.en} 「${expected}」, not 「${actual}」`,
	};
}
