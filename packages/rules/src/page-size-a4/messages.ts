import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';
import { sectionName } from '../section-words.ts';

export const fixTitle: Bilingual = { zh: '把纸张改为 A4', en: 'Set the paper to A4' };

export function wrongSize(section: number, count: number, expected: string, actual: string, source: Source): Bilingual {
	const name = sectionName(section, count);
	return {
		zh: `${name.zh}的纸张是 ${actual}，${authority(source).zh}用 A4（${expected}）；请在「页面布局—纸张大小」改为 A4`,
		en: `${name.en} has paper of ${actual}; ${authority(source).en} A4 (${expected}): set the paper size to A4`,
	};
}
