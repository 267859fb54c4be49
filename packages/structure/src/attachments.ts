/** 附件说明 and the attachments bound with a paper (GB/T 9704-2012 7.3.4, 7.3.7). */

import type { AttachmentEntry, RoleClaim } from '@bianxu/model';
import { parseHan, parseHeadingMark } from '@bianxu/numbering';
import { isDate } from './closing-block.ts';
import { isOrganName, readAuthor } from './front-forms.ts';
import { because, claim, COLONS, endsAsSentence, isCentred, lastCode, type Line, sizeOf } from './line.ts';

const labelForm =
	/^(?:[\p{Script=Han}]{1,12}[〔[［]\d{4}[〕\]］]\d+号)?附件(?<number>\d{1,2}|[一二三四五六七八九十]{1,3})?[：:]?$/u;
const labelWithTitle = /^附件(?<number>\d{1,2}|[一二三四五六七八九十]{1,3})?(?:[ \u3000\t]+|[：:])(?<title>\S.*)$/u;
/** With its colon; 附： and 附件1. without one are slips for it. */
const noteForm = /^附件?[：:]|^附件\d{1,2}[.．、]\D/;
/** One entry with its own word: 「附件1：预算收支表」, 「附件1.……」, 「附件1 ……」. */
const wordedEntry =
	/^附件(?<number>\d{1,2}|[一二三四五六七八九十]{1,3})(?:[：:][ \u3000\t]*|[.．、][ \u3000\t]*(?!\d)|[ \u3000\t]+)(?<title>\S.*)$/u;
const LONGEST_ENTRY = 120;

function numberOf(digits: string | undefined): number | null {
	if (digits === undefined || digits === '') return null;
	const arabic = Number(digits);
	return Number.isInteger(arabic) ? arabic : parseHan(digits);
}

function entryTitle(text: string): string {
	return text.replaceAll(/\s+/g, '').replace(/(?<![。；，、;,.])[。；，、;,.]+$/, '');
}

/** The label of an attachment that stands alone: 「附件」, 「附件1」. */
export function isAttachmentLabel(line: Line, next: Line | undefined): boolean {
	if (!line.dense.includes('附件')) return false;
	// 「附件：」 over 「1.……」 heads a list of attachments, not an attachment.
	if (COLONS.has(lastCode(line.dense)) && parseHeadingMark(next?.text ?? '')?.level === 3) return false;
	return line.paragraph.where === 'body' && labelForm.test(line.dense);
}

/**
 * Attachments listed one a line, each with its own word: two or more lines, or one with a colon that only a signature and a
 * date follow. One that text follows may head an attachment.
 */
function wordedNote(
	lines: readonly Line[],
): { readonly claims: readonly RoleClaim[]; readonly entries: readonly AttachmentEntry[] } | null {
	const isEntry = ({ text, paragraph }: Line): boolean =>
		text.startsWith('附件') && wordedEntry.test(text) && !paragraph.format.pageBreakBefore;
	const first = lines.findIndex(isEntry);
	const head = lines[first];
	if (head === undefined) return null;
	const beyond = lines.findIndex((line, index) => index > first && !isEntry(line));
	const listed = lines.slice(first, beyond < 0 ? lines.length : beyond);
	const rest = beyond < 0 ? [] : lines.slice(beyond);
	const last = rest.length <= 3 && rest.every(({ dense, text }) => isDate(dense) || endsPaper(dense, text));
	if (listed.length < 2 && !(last && /^附件.{1,3}[：:]/.test(head.dense))) return null;
	if (listed.some(({ dense }) => dense.length > LONGEST_ENTRY || /[。；，](?!$)/.test(dense))) return null;
	const why = because('正文之后，逐行列出附件', 'after the text, one attachment a line');
	return {
		claims: listed.map((line) => claim(line, 'attachment-note', 0.8, why)),
		entries: listed.map(({ block, text }) => {
			const groups = wordedEntry.exec(text)?.groups;
			return { block, number: numberOf(groups?.['number']), title: entryTitle(groups?.['title'] ?? '') };
		}),
	};
}

function endsPaper(dense: string, text: string): boolean {
	return isOrganName(dense) || readAuthor(text) !== null;
}

/** 附件说明: its first line and the lines that go on with it. `lines` are without blanks, `afterBlank` tells where one stood. */
export function attachmentNote(
	lines: readonly Line[],
	afterBlank: (line: Line) => boolean,
): { readonly claims: readonly RoleClaim[]; readonly entries: readonly AttachmentEntry[] } {
	const worded = wordedNote(lines);
	if (worded !== null) return worded;
	const first = lines.findIndex(({ dense }) => dense.startsWith('附') && noteForm.test(dense));
	const head = lines[first];
	if (head === undefined || head.dense.length > LONGEST_ENTRY * 6) return { claims: [], entries: [] };
	const claims = [
		claim(head, 'attachment-note', 0.95, because('正文之后，以“附件：”起头', 'after the text, begins with 附件：')),
	];
	const entries: AttachmentEntry[] = [];
	const read = (line: Line, text: string): void => {
		for (const part of text.split('\n')) {
			const mark = parseHeadingMark(part);
			const title = entryTitle(mark === null ? part : part.slice(mark.end));
			const automatic = line.paragraph.label?.bullet === false ? line.paragraph.label.value : null;
			if (title !== '') entries.push({ block: line.block, number: mark?.ordinal ?? automatic, title });
		}
	};
	read(head, head.text.replace(/^附件?\s*[：:]?\s*/, ''));
	for (let at = first + 1; at < lines.length; at += 1) {
		const line = lines[at];
		if (line === undefined) break;
		const numbered = parseHeadingMark(line.text) ?? (line.paragraph.label !== null ? line.paragraph.label : null);
		if (entries.length > 0 && afterBlank(line)) break;
		if (numbered === null || line.dense.length > LONGEST_ENTRY) break;
		claims.push(
			claim(line, 'attachment-note', 0.9, because('接上一行附件说明的序号', 'goes on with the list of attachments')),
		);
		read(line, line.text);
	}
	return { claims, entries };
}

function isTitleLine(line: Line): boolean {
	return (
		line.dense.length <= 80 &&
		!endsAsSentence(line.text) &&
		parseHeadingMark(line.text) === null &&
		line.paragraph.label === null
	);
}

/** One attachment: its label, then its title (a second line when it is set like the first). `lines` begin with the label. */
export function attachmentHead(lines: readonly Line[]): {
	readonly claims: readonly RoleClaim[];
	readonly entry: AttachmentEntry | null;
	readonly used: number;
} {
	const label = lines[0];
	if (label === undefined) return { claims: [], entry: null, used: 0 };
	const number = numberOf(labelForm.exec(label.dense)?.groups?.['number']);
	const claims = [claim(label, 'attachment-label', 0.95, because('“附件”独占一行', '附件 on a line of its own'))];
	const titles: Line[] = [];
	for (const line of lines.slice(1, 4)) {
		if (!isTitleLine(line) || /[：:]$/.test(line.dense)) break;
		const first = titles[0];
		const alike =
			first === undefined ||
			((isCentred(line) || sizeOf(line) >= 18) &&
				sizeOf(line) === sizeOf(first) &&
				isCentred(line) === isCentred(first) &&
				sizeOf(first) > 0) ||
			isOrganName(first.dense);
		if (!alike) break;
		titles.push(line);
		if (first !== undefined && isOrganName(first.dense) && !isCentred(line)) break;
	}
	for (const line of titles)
		claims.push(claim(line, 'attachment-title', 0.9, because('紧接“附件”', 'follows the label')));
	return {
		claims,
		entry: { block: label.block, number, title: entryTitle(titles.map(({ dense }) => dense).join('')) },
		used: 1 + titles.length,
	};
}

/** An attachment whose label and title share one line, at the head of a page. */
export function labelledTitle(line: Line): { readonly claim: RoleClaim; readonly entry: AttachmentEntry } | null {
	if (!line.paragraph.format.pageBreakBefore || line.dense.length > LONGEST_ENTRY) return null;
	const groups = labelWithTitle.exec(line.text)?.groups;
	if (groups === undefined) return null;
	return {
		claim: claim(
			line,
			'attachment-label',
			0.6,
			because('另面起头的“附件”与名称', '附件 with its title, at the head of a page'),
		),
		entry: { block: line.block, number: numberOf(groups['number']), title: entryTitle(groups['title'] ?? '') },
	};
}
