import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';

export const fixTitle: Bilingual = { zh: '删去序号', en: 'Delete the number' };

export function numbered(number: string, source: Source): Bilingual {
	return {
		zh: `只有一个附件，却编了序号「${number.trim()}」，${authority(source).zh}有多个附件时才编号；请删去序号`,
		en: `The only attachment bears the number 「${number.trim()}」; ${authority(source).en} numbers only for several: delete it`,
	};
}
