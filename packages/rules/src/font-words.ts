import type { Bilingual } from '@bianxu/model';
import { authority } from './authority.ts';
import type { FontFault } from './role-font.ts';
import { fontRoleNames, roleName } from './role-style.ts';
import type { SizeFault } from './role-size.ts';

/** 「正文用了宋体，GB/T 9704-2012 5.2.2 规定用仿宋；请改为仿宋_GB2312」 */
export function wrongFontText(fault: FontFault): Bilingual {
	const role = roleName(fault.role);
	const wanted = fontRoleNames[fault.wanted];
	return {
		zh: `${role.zh}用了「${fault.actual}」，${authority(fault.source).zh}用${wanted.zh}；请选中后把中文字体改为「${fault.family}」`,
		en: `${capital(role.en)} is set in ${fault.actual}; ${authority(fault.source).en} ${wanted.en}: change the Chinese font to ${fault.family}`,
	};
}

/** 「华文仿宋可以用，但……」 */
export function toleratedFontText(fault: FontFault): Bilingual {
	const role = roleName(fault.role);
	return {
		zh: `${role.zh}用了「${fault.actual}」，可以用，但印刷单位不一定有这种字体；统一用「${fault.family}」更稳妥`,
		en: `${capital(role.en)} is set in ${fault.actual}, which is tolerated; the print room may not have it, ${fault.family} is safer`,
	};
}

/** Title of a fix that sets a font. */
export function fontFixTitle(fault: FontFault): Bilingual {
	return { zh: `改为「${fault.family}」`, en: `Set in ${fault.family}` };
}

/** 「标题是三号（16磅），GB/T 9704-2012 7.3.1 规定为二号（22磅）」 */
export function wrongSizeText(fault: SizeFault): Bilingual {
	const role = roleName(fault.role);
	return {
		zh: `${role.zh}的字号是${fault.actual}，${authority(fault.source).zh}用${fault.expected}；请选中后改字号`,
		en: `${capital(role.en)} has the size ${fault.actual}; ${authority(fault.source).en} ${fault.expected}`,
	};
}

/** Title of a fix that sets a size. */
export function sizeFixTitle(fault: SizeFault): Bilingual {
	return { zh: `字号改为${fault.expected}`, en: `Set the size to ${fault.expected}` };
}

/** First letter in upper case. */
export function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
