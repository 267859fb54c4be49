import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = {
	zh: '代理和辞职用决定，不进名单',
	en: 'Acting posts and resignations go by decision',
};

export const description: Bilingual = {
	zh: '决定代理人选、接受辞职要作出决定，不写进任免名单。',
	en: 'An acting office and the acceptance of a resignation are decisions of their own, not entries of a list.',
};

export function acting(actual: string): Bilingual {
	return {
		zh: `“${actual}”是决定代理人选，通行做法是单独作出决定，不写进任免名单。`,
		en: `“${actual}” makes somebody acting; that goes by a decision, not by a list.`,
	};
}

export function resignation(actual: string): Bilingual {
	return {
		zh: `“${actual}”是接受辞职，通行做法是单独作出决定（决定接受……辞去……职务的请求），不写进任免名单。`,
		en: `“${actual}” accepts a resignation; that goes by a decision, not by a list.`,
	};
}
