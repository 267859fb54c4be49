import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';

export const fixTitle: Bilingual = { zh: '段前段后改为 0', en: 'Remove the space before and after' };

export function spaced(before: number, after: number, source: Source): Bilingual {
	return {
		zh: `段前 ${before} 磅、段后 ${after} 磅，${authority(source).zh}都为 0；请在「段落」里改为 0`,
		en: `The paragraph has ${before} pt before and ${after} pt after; ${authority(source).en} none`,
	};
}
