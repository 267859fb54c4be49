import type { Bilingual } from '@bianxu/model';

export function requestInReport(words: string, closing: string): Bilingual {
	return {
		zh: `「${words}」是请示的用语，报告不夹带请示事项；结束语通行做法是「${closing}」`,
		en: `「${words}」 belongs to a request (请示); a report asks for no decision. Common practice is to close with 「${closing}」`,
	};
}
