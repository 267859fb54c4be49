import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';

export const fixTitle: Bilingual = { zh: '改为顶格', en: 'Set it flush left' };

export function indented(actual: string, source: Source): Bilingual {
	const english = actual === '未居左' ? 'is not at the left' : `begins ${actual.replace(/[空字]/g, '')} characters in`;
	return {
		zh: `称谓${actual === '未居左' ? '没有居左' : `前${actual}`}，${authority(source).zh}居左顶格；请取消缩进`,
		en: `The salutation ${english}; ${authority(source).en} it flush left`,
	};
}
