import type { Bilingual, Role, Source } from '@bianxu/model';
import { authority } from '../authority.ts';
import { capital } from '../font-words.ts';
import { roleName } from '../role-style.ts';

export const fixTitle: Bilingual = { zh: '改为居中，取消缩进', en: 'Centre it without indent' };

export function notCentred(role: Role, blanks: boolean, source: Source): Bilingual {
	const name = roleName(role);
	return {
		zh: `${name.zh}${blanks ? '是用空格凑到中间的' : '没有居中'}，${authority(source).zh}居中排布；请设为居中`,
		en: `${capital(name.en)} is ${blanks ? 'pushed to the middle by blanks' : 'not centred'}; ${authority(source).en} it centred`,
	};
}

export function indented(role: Role, chars: number, source: Source): Bilingual {
	const name = roleName(role);
	return {
		zh: `${name.zh}居中但带有 ${chars} 字的缩进，看起来偏了，${authority(source).zh}居中排布；请把缩进设为 0`,
		en: `${capital(name.en)} is centred with an indent of ${chars} characters and stands off the middle; ${authority(source).en} it centred`,
	};
}
