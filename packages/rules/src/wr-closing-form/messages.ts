import { type Bilingual, isBinding, type Source } from '@bianxu/model';

export function wrongClosing(actual: string, expected: string, source: Source): Bilingual {
	return {
		zh: `结束语是「${actual}」，${isBinding(source.level) ? '规定' : '通行做法'}是「${expected}」`,
		en: `The closing is 「${actual}」; ${isBinding(source.level) ? 'the rule is' : 'common practice is'} 「${expected}」`,
	};
}
