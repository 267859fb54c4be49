import type { Bilingual, Role, Source } from '@bianxu/model';
import { authority } from '../authority.ts';
import { capital } from '../font-words.ts';
import { roleName } from '../role-style.ts';

export const fixTitle: Bilingual = { zh: '取消加粗', en: 'Remove bold' };

export function bold(role: Role, source: Source): Bilingual {
	const name = roleName(role);
	return {
		zh: `${name.zh}加粗了，${authority(source).zh}不加粗；请选中后取消加粗`,
		en: `${capital(name.en)} is bold; ${authority(source).en} no bold`,
	};
}
