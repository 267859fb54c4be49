/** The head of a material, from the first line to the salutation (domain.md §2.1). */

import type { Doc, RoleClaim } from '@bianxu/model';
import { parseHeadingMark } from '@bianxu/numbering';
import {
	bareTitle,
	captionComplete,
	genreOf,
	isDayLine,
	isFileMark,
	isIssuerHead,
	isNameLine,
	isOrganName,
	isOrganSalutation,
	isPersonSalutation,
	readAuthor,
	startsCaption,
} from './front-forms.ts';
import { postEnding } from './words.ts';
import { because, bodySize, claim, COLONS, endsAsSentence, isCentred, lastCode, type Line, sizeOf } from './line.ts';

/** Lines of a front block; beyond them a salutation is not looked for. */
const LONGEST_FRONT = 24;
/** Characters of one line of a title; longer is a paragraph. */
const LONGEST_TITLE = 120;

function isRed(line: Line): boolean {
	return line.paragraph.runs.some((run) => /^[C-F][0-9A-F][0-3][0-9A-F][0-3][0-9A-F]$/.test(run.format.color));
}

/** The red head 「××市人大常委会文件」 of an official document, or one of the lines that go with it. */
function isIssuerMark(line: Line): boolean {
	if (isIssuerHead(line.dense)) return true;
	return (
		isRed(line) &&
		(line.dense.endsWith('文件') || sizeOf(line) > 22) &&
		!/报告|议案|决定|名单/.test(line.dense.slice(-4))
	);
}

function faceOf({ paragraph }: Line): string {
	return paragraph.runs[0]?.format.eastAsia ?? '';
}

function isSalutation(line: Line): boolean {
	return isPersonSalutation(line.dense) || isOrganSalutation(line.dense);
}

function isHeadingLike(line: Line): boolean {
	if (line.styleLevel !== null && line.styleLevel <= 1 && line.paragraph.label === null)
		return parseHeadingMark(line.text) !== null;
	return line.paragraph.label !== null || parseHeadingMark(line.text) !== null;
}

/** Whether a line looks like a title by its format: style, or a size above the body's. */
function looksTitled(line: Line, body: number): boolean {
	if (line.styleLevel === 0 || (line.styleLevel === 1 && parseHeadingMark(line.text) === null)) return true;
	const size = sizeOf(line);
	return size >= 18 && size > body;
}

function mayContinueTitle(line: Line, body: number): boolean {
	// An end mark is a slip where the type says that the line is a title.
	const titled = looksTitled(line, body);
	return (
		line.dense.length <= LONGEST_TITLE &&
		(titled || !endsAsSentence(line.text)) &&
		!isSalutation(line) &&
		!startsCaption(line.dense) &&
		!isHeadingLike(line) &&
		(titled || !COLONS.has(lastCode(line.dense)))
	);
}

/** 「我们……作了报告」, 「会议听取了……的报告」: a clause about a report, not the name of one. */
function isClause(dense: string): boolean {
	if (/[，,]/.test(dense) || /^(?:我|现(?!代|行|状|场|有))/.test(dense) || /(?<!为)了/.test(dense)) return true;
	// 「关于……的报告」 is a name whatever stands in it, and so is a phrase that ends like one; elsewhere a demand makes a sentence.
	if (dense.includes('关于')) return false;
	return sentenceHead.test(dense) || (demand.test(dense) && !phraseEnd.test(bareTitle(dense)));
}

const sentenceHead = /^(?:请(?!示)|今天|明天|昨天|今日|上午|下午|同意|要(?!点|求|闻|素|情|件))/;
const demand = /应当|必须|应该|务必|正在|将于|认真|切实|继续|召开会议|[门位局委府级家]要(?!点|求|闻|素|情|件)/;
const phraseEnd =
	/(?:的|情况|工作|专题|调研|调查|整改|审查结果)(?:报告|汇报|议案|决定|决议|说明|意见|通知|方案|计划|总结)$/;

interface TitleSpan {
	readonly organ: readonly Line[];
	readonly title: readonly Line[];
	/** Index after the last line of the title. */
	readonly end: number;
	readonly sure: boolean;
}

/** Reads a title that starts at `at`. Null when the line is none. */
function readTitle(lines: readonly Line[], at: number, body: number): TitleSpan | null {
	const taken: Line[] = [];
	let end = at;
	let complete = false;
	for (let line = lines[end]; line !== undefined && end - at < 6; end += 1, line = lines[end]) {
		if (!mayContinueTitle(line, body)) break;
		const joined = taken.map(({ dense }) => dense).join('');
		if (complete) {
			// 「（草案）」 alone, and a second line in the title's own type that completes a genre.
			const bracket = /^[（(][^）)]{1,18}[）)]$/.test(line.dense) && /草案|稿/.test(line.dense);
			const first = taken[0];
			const same =
				first !== undefined &&
				looksTitled(line, body) &&
				looksTitled(first, body) &&
				Math.abs(sizeOf(line) - sizeOf(first)) < 1;
			if (/^[（(](?:书面|口头|摘要|简要)[^（()）]{0,4}[）)]$/.test(line.dense)) break;
			if (!bracket && !(same && sizeOf(first) > 0 && readAuthor(line.text) === null)) break;
			if (!bracket && line.paragraph.format.pageBreakBefore) break;
		} else if (taken.length > 0) {
			const titled = looksTitled(line, body) || taken.every((each) => !looksTitled(each, body));
			const organs = taken.every((each) => isOrganName(each.dense) || each.dense.endsWith('会议'));
			const completes = genreOf(joined + line.dense) !== '' && line.dense.length <= 60;
			if (!titled && !organs && !completes) break;
			if (!looksTitled(line, body) && !completes && readAuthor(line.text) !== null && joined.length > 8 && !organs)
				break;
		}
		taken.push(line);
		const whole = taken.map(({ dense }) => dense).join('');
		complete = genreOf(whole) !== '' && (bareTitle(whole).length > 4 || taken.length === 1);
	}
	if (taken.length === 0) return null;
	const about = taken.findIndex((line, index) => index > 0 && line.dense.startsWith('关于'));
	const organ =
		about > 0 && taken.slice(0, about).every((line) => isOrganName(line.dense)) ? taken.slice(0, about) : [];
	const title = taken.slice(organ.length);
	const titled = title.some((line) => looksTitled(line, body));
	// Words alone make a title only where they are one phrase; a clause is text.
	const formed = complete && title.every((line) => line.dense.length <= 100 && !isClause(line.dense));
	if (!titled && !formed) return null;
	return { organ, title, end, sure: titled || formed };
}

function captionEnd(lines: readonly Line[], at: number): number {
	let joined = lines[at]?.dense ?? '';
	let end = at + 1;
	while (!captionComplete(joined) && end - at < 3) {
		const next = lines[end];
		if (next === undefined || next.dense.length > 80 || isSalutation(next) || !captionComplete(joined + next.dense))
			break;
		if (!/会议|通过|修正|修订|[）)]$/.test(next.dense)) break;
		joined += next.dense;
		end += 1;
	}
	return end;
}

/** Whether the title just read is that of a list. */
function listed(claims: readonly RoleClaim[], lines: readonly Line[]): boolean {
	const titles = new Set(claims.filter(({ role }) => role === 'title').map(({ block }) => block));
	return (
		genreOf(
			lines
				.filter(({ block }) => titles.has(block))
				.map(({ dense }) => dense)
				.join(''),
		) === '名单'
	);
}

/** Claims for mark, organ line, title, caption, author and salutation, and the index in `lines` where the text begins. */
export function frontBlock(
	doc: Doc,
	lines: readonly Line[],
): { readonly claims: readonly RoleClaim[]; readonly end: number } {
	const claims: RoleClaim[] = [];
	const body = bodySize(doc);
	let at = 0;
	let titled = false;
	const add = (line: Line, role: RoleClaim['role'], confidence: number, zh: string, en: string): void => {
		claims.push(claim(line, role, confidence, because(zh, en)));
	};
	while (at < lines.length && at < LONGEST_FRONT) {
		const line = lines[at];
		if (line === undefined) break;
		if (!titled && isFileMark(line.text)) {
			add(
				line,
				'file-mark',
				0.95,
				'标题之前，写着会议文件、材料的编号',
				'before the title, the number of a meeting paper',
			);
			at += 1;
			continue;
		}
		if (!titled && isIssuerMark(line)) {
			add(line, 'unknown', 0.4, '公文版头，不是标题', 'head of an official document, no title');
			at += 1;
			continue;
		}
		if (isSalutation(line)) {
			const person = isPersonSalutation(line.dense);
			add(
				line,
				'salutation',
				0.95,
				person ? '逐一称呼组成人员' : '顶格称呼机关，末尾冒号',
				person ? 'addresses the members' : 'addresses an organ, ends with a colon',
			);
			at += 1;
			break;
		}
		if (/^附件(?:\d{1,2}|[一二三四五六七八九十]{1,2})?[：:]?$/.test(line.dense)) break;
		if (startsCaption(line.dense)) {
			const end = captionEnd(lines, at);
			for (const part of lines.slice(at, end))
				add(part, 'caption', 0.95, '日期加会议名称', 'a day and the name of a session');
			at = end;
			continue;
		}
		if (!titled) {
			const span = readTitle(lines, at, body);
			if (span === null) break;
			for (const part of span.organ)
				add(part, 'organ-line', 0.9, '标题上方独占一行的机关名称', "an organ's name on its own line above the title");
			for (const part of span.title)
				add(
					part,
					'title',
					0.9,
					looksTitled(part, body) ? '首部，标题样式或者大字' : '首部，以文种结尾',
					looksTitled(part, body) ? 'at the head, title style or large type' : 'at the head, ends with a genre word',
				);
			titled = true;
			at = span.end;
			continue;
		}
		if (isDayLine(line.dense)) {
			add(line, 'caption', 0.4, '标题下只有日期', 'a day alone below the title');
			at += 1;
			continue;
		}
		const inner = /^[（(](.{3,30})[）)]$/.exec(line.text)?.[1];
		if (inner !== undefined && isOrganName(inner.replaceAll(/\s/g, ''))) {
			add(line, 'author', 0.6, '标题之下，括注的机关名称', "below the title, an organ's name in brackets");
			at += 1;
			continue;
		}
		if (/^[（(].{1,30}[）)]$/.test(line.dense) && !isHeadingLike(line)) {
			add(line, 'note', 0.6, '标题下的括注', 'a remark in brackets below the title');
			at += 1;
			continue;
		}
		// In a list the first name is an entry, unless a post stands before it.
		const author = isHeadingLike(line) || line.dense.length > 60 ? null : readAuthor(line.text);
		if (author !== null && (author.post !== '' || !listed(claims, lines))) {
			add(
				line,
				'author',
				0.9,
				'标题之下、正文之前，职务加姓名或者机关名称',
				'between title and text: post and name, or an organ',
			);
			at += 1;
			continue;
		}
		if (isNameLine(line.dense) && (isCentred(line) || /楷|KaiTi/.test(faceOf(line))) && !listed(claims, lines)) {
			add(line, 'author', 0.6, '标题之下，几个人的姓名', 'below the title, names of persons');
			at += 1;
			continue;
		}
		// A post and a name on lines of their own: what stands between title and salutation is no text.
		const ahead = lines.slice(at + 1, at + 5).some(isSalutation);
		if (ahead && line.dense.length <= 40 && !endsAsSentence(line.text) && !isHeadingLike(line)) {
			const post = postEnding.test(line.dense);
			add(line, post ? 'author' : 'note', post ? 0.6 : 0.4, '标题和称谓之间', 'between title and salutation');
			at += 1;
			continue;
		}
		break;
	}
	return { claims, end: at };
}
