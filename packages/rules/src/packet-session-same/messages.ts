import type { Bilingual } from '@bianxu/model';

export function otherSession(part: 'place' | 'term' | 'meeting', actual: string, expected: string): Bilingual {
	const zh = { place: '地名', term: '届', meeting: '次' }[part];
	return {
		zh: `本次会议材料的${zh}应为「${expected}」，这里是「${actual}」；请核对是不是用了旧稿`,
		en: `The ${part === 'place' ? 'place' : part === 'term' ? 'term' : 'number of the session'} of this packet is 「${expected}」, here it is 「${actual}」: check for an old draft`,
	};
}
