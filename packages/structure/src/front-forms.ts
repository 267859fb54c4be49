/**
 * Forms of the lines on page 1 (domain.md §2.1–2.3): each predicate reads one line, or two joined ones, without its place. The
 * first or the last character tells most lines from a form, before a pattern is tried.
 */

import { parseFileMark, scanSessions } from '@bianxu/numbering';
import { codesOf, COLONS, lastCode } from './line.ts';
import { addressee, genres, organEnding, postEnding } from './words.ts';

/** Trailing brackets of a title: （草案）, （征求意见稿）, （书面）. */
const bracketTail = /[（(][^（()）]{0,30}[）)]$/;

/** The title without what stands in brackets behind it. */
export function bareTitle(title: string): string {
	let bare = title;
	while (CLOSING_BRACKETS.has(lastCode(bare)) && bracketTail.test(bare)) bare = bare.replace(bracketTail, '');
	if (TITLE_MARKS.has(lastCode(bare))) bare = bare.replace(/(?<![。：:，,；;])[。：:，,；;]+$/, '');
	return DRAFT_ENDS.has(lastCode(bare))
		? bare.replace(/(?:修正|修订)?(?:草案|初稿|征求意见稿|送审稿|讨论稿|审议稿)$/, '')
		: bare;
}

const CLOSING_BRACKETS = codesOf('）)');
const TITLE_MARKS = codesOf('。：:，,；;');
const DRAFT_ENDS = codesOf('案稿');

/** Genre word at the end of a title without blanks; '' when there is none. */
export function genreOf(title: string): string {
	const bare = bareTitle(title);
	for (let at = 0; at < genres.length; at += 1) {
		const known = genres[at];
		if (known !== undefined && bare.endsWith(known[0])) return known[1];
	}
	return '';
}

/** A file mark (会议文件标识) with a number, or the line 「…第十二次会议文件」 without one. */
export function isFileMark(text: string): boolean {
	// All forms say 文件 or 材料.
	if (!text.includes('件') && !text.includes('料')) return false;
	if (parseFileMark(text, '会议材料之{n}') !== null) return true;
	const dense = text.replaceAll(/\s/g, '');
	return dense.length <= 60 && /会议(?:文件|材料)$/.test(dense) && scanSessions(dense).length > 0;
}

/** Parts of an official document's head (GB/T 9704 7.2) that are no part of a meeting paper: 发文字号, 密级, 签发人 …. */
export function isIssuerHead(dense: string): boolean {
	return (
		(dense.includes('号') &&
			(/^[\p{Script=Han}X×]{0,12}[〔[［（(【][\dX×]{4}[〕\]］）)】]第?[\dX×]*号(?:签发人[：:].*)?$/u.test(dense) ||
				/^[[【〔][^\]】〕]{1,12}[\]】〕]号$/.test(dense))) ||
		/^(?:签发人|份号|密级)[：:]/.test(dense) ||
		/^(?:绝密|机密|秘密)(?:[★☆].*)?$/.test(dense) ||
		/^(?:特急|加急|急件|平急)$/.test(dense) ||
		/^\d{6}$/.test(dense)
	);
}

const day =
	'(?:(?:19|20)\\d{2}|[一二三四五六七八九〇○零]{4}|××××)年(?:\\d{1,2}|[一二三四五六七八九十]{1,2}|×{1,2})月(?:(?:\\d{1,2}|[一二三四五六七八九十]{1,3}|×{1,2})[日号])?';
const captionStart = new RegExp(`^[（(]?(?:[—–―─－-]{1,3})?[（(]?${day}`);
const meeting = /(?:会议|全体会|全会|常委会)(?:上|通过|修正|修订|批准|决定)?/;

/** With what a caption or a day begins. */
const CAPTION_STARTS = codesOf('（(—–―─－-12一二三四五六七八九〇○零×');

/** First line of a caption (题注): a day, then the session, in brackets, after a dash, or bare. */
export function startsCaption(line: string): boolean {
	if (!CAPTION_STARTS.has(line.charCodeAt(0))) return false;
	// 「……会议上。」 is a caption with a stop too many.
	const dense = line.replace(/。$/, '');
	if (dense.length > 200 || /[。；]/.test(dense)) return false;
	if (captionStart.test(dense)) {
		const rest = dense.replace(captionStart, '');
		if (/^[（(—–―─－-]/.test(dense)) return rest !== '' && /会|人民代表|届|次|通过|在/.test(rest);
		return (
			/^(?:在)?.{2,80}/.test(rest) && (meeting.test(rest) || rest.endsWith('届人民代表大会')) && !/[，,]/.test(rest)
		);
	}
	return (
		/^[—–―─－-]{1,3}在?.{2,60}(?:会议|大会)上?$/.test(dense) || /^[（(].{4,120}会议(?:上|通过|批准)[）)]$/.test(dense)
	);
}

/** True when a caption is whole: brackets closed and the session named. */
export function captionComplete(line: string): boolean {
	const dense = line.replace(/。$/, '');
	const open = [...dense].filter((character) => character === '（' || character === '(').length;
	const close = [...dense].filter((character) => character === '）' || character === ')').length;
	if (open > close) return false;
	return /(?:会议|全会|大会|常委会)(?:上|通过|批准)?$/.test(dense) && !dense.endsWith('人民代表大会')
		? true
		: /[）)]$|(?:通过|修正|修订|批准)$/.test(dense);
}

const dayAlone = new RegExp(`^[（(]?${day}(?:[上下]午)?[）)]?$`);

/** A day alone under a title, in brackets or bare. */
export function isDayLine(dense: string): boolean {
	return CAPTION_STARTS.has(dense.charCodeAt(0)) && dayAlone.test(dense);
}

const SALUTATION_MARKS = codesOf('：:，,。！!;；');
/** With what every addressee ends: 主任, 委员, 秘书长, 代表们. */
const ADDRESSEE_ENDS = codesOf('长员任表导志们宾仁');

/** Persons addressed: every member of the list is one that a standing committee has, whatever stands at the end. */
export function isPersonSalutation(dense: string): boolean {
	if (dense.length > 60 || dense.length < 3) return false;
	const bare = SALUTATION_MARKS.has(lastCode(dense)) ? dense.slice(0, -1) : dense;
	if (!ADDRESSEE_ENDS.has(lastCode(bare))) return false;
	const members = bare.split(/[、，,；;]/);
	return (
		(members.length > 1 || /^(?:尊敬的|各位|全体|主任|委员长|同志们)/.test(bare)) &&
		members.every((member) => addressee.test(member))
	);
}

/** An organ addressed: 「滨江市人大常委会：」. */
export function isOrganSalutation(dense: string): boolean {
	if (dense.length > 80 || !COLONS.has(lastCode(dense))) return false;
	// Bracketed parts hold 、 of their own: 各县（市、区）委.
	const bare = dense.slice(0, -1).replaceAll(/[（(][^（()）]*[）)]/g, '');
	if (/^[[〔【][^[\]〔〕【】]{0,6}主送(?:机关|单位)[\]〕】]$/.test(bare)) return true;
	return (
		!/[。；]/.test(bare) && bare.split(/[、，,；;]/).every((member) => member.length >= 3 && organEnding.test(member))
	);
}

const personName = /^(?:[\p{Script=Han}]{2,4}|[\p{Script=Han}]{1,6}(?:[·•・][\p{Script=Han}]{1,10}){1,3})$/u;

/**
 * Post and name apart by blanks: 「市审计局局长 李 红」. The name is the last word, or the last two when each is one character.
 * Read word by word, so that no line makes a pattern try every way to cut it.
 */
function spacedAuthor(text: string): { readonly post: string; readonly person: string } | null {
	if (!/\s/.test(text)) return null;
	const words = text.split(/[\s\u3000]+/).filter((word) => word !== '');
	const last = words.at(-1) ?? '';
	const two = /^\p{Script=Han}$/u.test(last) && /^\p{Script=Han}$/u.test(words.at(-2) ?? '');
	const size = two ? 2 : 1;
	const person = words.slice(-size).join('');
	const post = words.slice(0, -size).join('');
	return post !== '' && personName.test(person) ? { post, person } : null;
}

const labelledAuthor = new RegExp(`^(?:报告人|述职人|汇报人|提案人|说明人|发言人)[：:]?[\\s\\u3000]*(?<rest>.+)$`, 'u');
const colonAuthor =
	/^(?<post>[\p{Script=Han}]{1,20}长|主任)[：:][\s\u3000]*(?<person>\p{Script=Han}[\s\u3000]{0,3}\p{Script=Han}{1,3})$/u;
const gluedAuthor =
	/^(?<post>[\p{Script=Han}、]{2,40}(?:局长|主任委员|副主任委员|主任|厅长|市长|县长|区长|州长|院长|检察长|秘书长|组长|书记|委员))(?<person>[\p{Script=Han}]{2,3})$/u;

const AUTHOR_STOPS = codesOf('。；：:！？，,');

/** Post and person of an author line or a signature; blanks within a two-character name are left out. Null when it is neither. */
export function readAuthor(text: string): { readonly post: string; readonly person: string } | null {
	if (text.length > 70 || AUTHOR_STOPS.has(lastCode(text))) return null;
	const tidy = (value: string): string => value.replaceAll(/[\s\u3000]/g, '');
	const labelled = text.startsWith('人', 2) ? labelledAuthor.exec(text)?.groups?.['rest'] : undefined;
	if (labelled !== undefined) return readAuthor(labelled) ?? { post: '', person: tidy(labelled).slice(0, 20) };
	const colon = /[：:]/.test(text) ? colonAuthor.exec(text)?.groups : undefined;
	if (colon !== undefined) return { post: colon['post'] ?? '', person: tidy(colon['person'] ?? '') };
	const spaced = spacedAuthor(text);
	if (spaced !== null && (postEnding.test(spaced.post) || (organEnding.test(spaced.post) && spaced.person.length <= 3)))
		return spaced;
	const glued = gluedAuthor.exec(tidy(text))?.groups;
	if (glued !== undefined) return { post: glued['post'] ?? '', person: glued['person'] ?? '' };
	const bare = tidy(text);
	if (/^[\p{Script=Han}]{2,3}$/u.test(bare) && !organEnding.test(bare)) return { post: '', person: bare };
	return isOrganName(bare) ? { post: bare, person: '' } : null;
}

const names = /^\p{Script=Han}{2,4}(?:、\p{Script=Han}{2,4}){1,4}$/u;
/** Five names of four characters, each of two UTF-16 units. */
const LONGEST_NAMES = 44;

/** Persons one after the other: 「李明、王晓红」. */
export function isNameLine(dense: string): boolean {
	return dense.length <= LONGEST_NAMES && dense.includes('、') && names.test(dense) && !organEnding.test(dense);
}

/** An organ's name and nothing else. */
export function isOrganName(dense: string): boolean {
	return (
		dense.length >= 3 &&
		dense.length <= 60 &&
		/^[\p{Script=Han}、“”（）X×]+$/u.test(dense) &&
		!dense.startsWith('关于') &&
		organEnding.test(dense)
	);
}
