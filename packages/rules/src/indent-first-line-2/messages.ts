import type { Bilingual, Role, Source } from '@bianxu/model';
import { authority } from '../authority.ts';
import { capital } from '../font-words.ts';
import { roleName } from '../role-style.ts';

export function fixTitle(chars: number): Bilingual {
	return { zh: `设为首行缩进 ${chars} 字符`, en: `Indent the first line by ${chars} characters` };
}

export function typedIndent(role: Role, chars: number, width: number, indent: number, source: Source): Bilingual {
	const name = roleName(role);
	const twice =
		indent > 0 ? { zh: `，段落又缩进了 ${indent} 字`, en: ` and an indent of ${indent} besides` } : { zh: '', en: '' };
	return {
		zh: `${name.zh}段首打了 ${width} 字宽的空格${twice.zh}，${authority(source).zh}左空 ${chars} 字，应当用「首行缩进 ${chars} 字符」而不是空格；请删去空格后设置缩进`,
		en: `${capital(name.en)} begins with typed blanks of ${width} characters${twice.en}; ${authority(source).en} ${chars} characters, by a first-line indent and not by blanks`,
	};
}

export function wrongIndent(role: Role, chars: number, first: number, left: number, source: Source): Bilingual {
	const name = roleName(role);
	const actual =
		left === 0
			? { zh: `首行缩进 ${first} 字`, en: `a first-line indent of ${first} characters` }
			: {
					zh: `首行缩进 ${first} 字、左缩进 ${left} 字`,
					en: `a first-line indent of ${first} and a left indent of ${left} characters`,
				};
	return {
		zh: `${name.zh}是${actual.zh}，${authority(source).zh}左空 ${chars} 字、回行顶格；请设为首行缩进 ${chars} 字符${left === 0 ? '' : '、左缩进 0'}`,
		en: `${capital(name.en)} has ${actual.en}; ${authority(source).en} ${chars} characters, turn-over lines flush: set the first-line indent`,
	};
}
