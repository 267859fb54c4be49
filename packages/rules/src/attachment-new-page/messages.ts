import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';

export const fixTitle: Bilingual = { zh: '设为段前分页', en: 'Begin a page here' };

export function sameSide(name: string, source: Source): Bilingual {
	return {
		zh: `「${name}」接在前面的内容后面，${authority(source).zh}附件另面编排；请在它前面插入分页符或者设「段前分页」`,
		en: `「${name}」 follows on the same page; ${authority(source).en} it to begin a page: insert a page break`,
	};
}
