import type { Bilingual } from '@bianxu/model';

export function noRequest(closing: string): Bilingual {
	return {
		zh: `开头和结尾都没有请求审议的话；通行做法是开头写「……请予审议。」，或者以「${closing}」结束`,
		en: `Neither opening nor closing asks for deliberation; common practice is 「……请予审议。」 in the opening, or the closing 「${closing}」`,
	};
}

export function addClosing(closing: string): Bilingual {
	return { zh: `在正文末尾加「${closing}」`, en: `Add 「${closing}」 after the text` };
}
