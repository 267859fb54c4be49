/** Messages that several rules on materials share. */

import { type Bilingual, isBinding, type PartRequirement } from '@bianxu/model';

/** A required part is not there. */
export function missingPart(part: PartRequirement): Bilingual {
	const words = part.words.slice(0, 4).join('」「');
	return {
		zh: `没有找到「${part.name}」部分（正文和标题里没有「${words}」这类字样），${isBinding(part.source.level) ? '按规定' : '通行做法是'}应当写明；请补写，已经写了的，请在标题里点明`,
		en: `The part 「${part.name}」 was not found (no 「${words}」 in headings or text); ${isBinding(part.source.level) ? 'it is required' : 'common practice asks for it'}: add it, or name it in a heading`,
	};
}
