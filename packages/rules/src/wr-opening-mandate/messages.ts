import type { Bilingual } from '@bianxu/model';

export function noMandate(post: string): Bilingual {
	return {
		zh: `报告人是「${post}」，开头没有写受谁委托；部门负责人代表政府报告的，通行做法是写明「我受市人民政府委托，报告……情况，请予审议。」`,
		en: `The reporter is 「${post}」 and the opening does not say on whose behalf; common practice for the head of a department is 「我受市人民政府委托，报告……」`,
	};
}
