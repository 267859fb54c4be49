import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '题注写法全会统一', en: 'One form of caption in a packet' };

export const description: Bilingual = {
	zh: '一次会议的题注用同一种写法：破折号开头、圆括号括住或者都不用；会议名称用全称或者都用简称。以多数材料的写法为准。“通过”的题注不比。',
	en: 'The captions of one session have one form: with a dash, in brackets, or bare; with the full or the short name of the session. The majority decides. Notes of adoption are not compared.',
};

export function otherForm(actual: string, expected: string): Bilingual {
	return {
		zh: `题注的写法（${actual}）与其他材料（${expected}）不一致，请统一。`,
		en: 'The form of this caption differs from that of the other papers; use one form.',
	};
}
