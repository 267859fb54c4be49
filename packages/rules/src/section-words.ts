import type { Bilingual } from '@bianxu/model';

/** 「文稿」 when there is one section, else 「第2节」. `section` counts from 0. */
export function sectionName(section: number, count: number): Bilingual {
	return count === 1
		? { zh: '文稿', en: 'The document' }
		: { zh: `第 ${section + 1} 节`, en: `Section ${section + 1}` };
}
