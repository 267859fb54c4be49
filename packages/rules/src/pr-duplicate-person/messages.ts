import type { Bilingual } from '@bianxu/model';

export function twice(name: string, kind: 'appoint' | 'remove'): Bilingual {
	const verb = kind === 'appoint' ? '任命' : '免去';
	return {
		zh: `「${name}」在同一份材料里${verb}了两次；一人几个职务通行做法是写在一句里、用顿号连接，请核对是否重复`,
		en: `「${name}」 is ${kind === 'appoint' ? 'appointed' : 'removed'} twice in this paper; several posts of one person go into one sentence: check for a repetition`,
	};
}
