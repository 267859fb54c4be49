/** Entries of lists of names and of appointments (domain.md §2.7). */

import type { RoleClaim } from '@bianxu/model';
import { because, claim, type Line } from './line.ts';

const verb = /^(?:决定任命|批准任命|任命|决定免去|批准免去|免去|决定撤销|撤销|接受)/;
const nameRun = /^[\p{Script=Han}·•・、\s\u3000]*/u;

/** 「程思远为……局长；」: names, 为, a post. */
function isAppointment(text: string): boolean {
	const at = text.indexOf('为', 2);
	return at >= 2 && at + 2 < text.length && (nameRun.exec(text)?.[0].length ?? 0) > at;
}

/** 「贺 军的……职务；」: a name, the post, 职务. Without 的 it is a slip and still an entry. */
function isRemoval(text: string): boolean {
	return /职务[；;。]?$/.test(text) && text.length >= 6 && (nameRun.exec(text)?.[0].length ?? 0) >= 4;
}

const named =
	/^(?:[\p{Script=Han}]{2,4}|[\p{Script=Han}]{1,8}(?:[·•・][\p{Script=Han}]{1,10}){1,3}|[\p{Script=Han}][\s\u3000]{1,4}[\p{Script=Han}])(?:[（(][^）)]{1,12}[）)])?(?:[\s\u3000]+[^。；]{2,50})?$/u;

/** Whether a line is an entry of a list: a clause of appointment or removal, or a name with or without a post. */
export function nameEntry(line: Line): RoleClaim | null {
	if (line.dense.length > 200 || /[：:]$/.test(line.dense) || /^(?:根据|按照|经)/.test(line.dense)) return null;
	const clause = line.text.replace(verb, '');
	if (isAppointment(clause) || isRemoval(clause))
		return claim(line, 'name-entry', 0.9, because('名单里的任免条目', 'an appointment or removal in a list'));
	if (named.test(line.text)) return claim(line, 'name-entry', 0.8, because('名单里的姓名', 'a name in a list'));
	return null;
}
