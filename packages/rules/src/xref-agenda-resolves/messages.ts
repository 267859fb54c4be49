import type { Bilingual } from '@bianxu/model';

export function beyond(actual: string, items: number): Bilingual {
	return {
		zh: `本次会议议程共${items}项，没有「${actual}」。请核对；议程有变动的，运行 bianxu packet plan`,
		en: `The agenda has ${items} items, so there is no 「${actual}」: check it, or run bianxu packet plan after a change of the agenda`,
	};
}
