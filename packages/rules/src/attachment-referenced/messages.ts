import type { Bilingual } from '@bianxu/model';

export function notMentioned(name: string): Bilingual {
	return {
		zh: `正文里没有提到${name}；可以在相应的地方写明「（见${name}）」`,
		en: `The text never mentions ${name}: say 「（见${name}）」 where it belongs`,
	};
}
