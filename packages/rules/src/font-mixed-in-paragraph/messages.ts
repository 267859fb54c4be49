import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';

export function fixTitle(family: string): Bilingual {
	return { zh: `统一为「${family}」`, en: `Set all in ${family}` };
}

export function mixed(actual: string, main: string, source: Source): Bilingual {
	return {
		zh: `一段里混用了「${actual}」，${authority(source).zh}一段用一种字体；请统一，例如都用「${main}」`,
		en: `The paragraph mixes ${actual}; ${authority(source).en} one family: set all in ${main}`,
	};
}
