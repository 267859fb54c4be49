import type { Bilingual, Role, Source } from '@bianxu/model';
import { authority } from '../authority.ts';
import { capital } from '../font-words.ts';
import { roleName } from '../role-style.ts';

export function fixTitle(lines: number): Bilingual {
	return { zh: `在上面加 ${lines} 个空行`, en: `Insert ${lines} blank line${lines === 1 ? '' : 's'} above` };
}

export function gapMissing(role: Role, wanted: number, actual: number, source: Source): Bilingual {
	const name = roleName(role);
	return {
		zh: `${name.zh}上面${actual === 0 ? '没有空行' : `只空了 ${actual} 行`}，${authority(source).zh}空 ${wanted} 行；请在前面加一个空行`,
		en: `${capital(name.en)} has ${actual} blank lines above; ${authority(source).en} ${wanted}`,
	};
}
