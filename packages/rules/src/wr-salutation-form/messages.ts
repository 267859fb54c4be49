import { type Bilingual, isBinding, type Source } from '@bianxu/model';

export function wrongSalutation(actual: string, expected: string, source: Source): Bilingual {
	const zh = isBinding(source.level) ? '规定' : '通行做法';
	return {
		zh: `称谓是「${actual}」，${zh}是「${expected}」；${/尊敬/.test(actual) ? '会议材料的称谓不加「尊敬的」' : '请核对后统一'}`,
		en: `The salutation is 「${actual}」; ${isBinding(source.level) ? 'the rule is' : 'common practice is'} 「${expected}」`,
	};
}
