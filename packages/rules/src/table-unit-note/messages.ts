import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';

export function noUnit(source: Source): Bilingual {
	return {
		zh: `这张表没有写计量单位，${authority(source).zh}在表的右上方写「单位：万元」之类，或者写在栏目里`,
		en: `The table states no unit; ${authority(source).en} 「单位：…」 at its upper right or in its heads`,
	};
}
