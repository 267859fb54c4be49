/** The file mark (会议文件标识): a paragraph of its own on page 1 that bears the material's number. */

import { labelOf, type MaterialNumber, type NumberSpan, scanNumberSpan, writeNumber } from './material-number.ts';
import { scanSessions } from './session.ts';
import { isBlank } from './word-at.ts';

/** `configured`: the form of the manifest; the others are the forms met in practice. */
export type FileMarkForm =
	| 'configured'
	| 'supplement'
	| 'session-paren'
	| 'session-zhi'
	| 'session-bare'
	| 'material-zhi'
	| 'paren'
	| 'bare';

/** A file mark. `span` covers the digits only. */
export interface FileMark {
	readonly number: MaterialNumber;
	readonly label: string;
	readonly span: NumberSpan;
	readonly form: FileMarkForm;
}

/** How the numbers of the supplementary series are written after the freeze. */
export const supplementForm = '补充材料（{n}）';

const longestMark = 120;

function skipBlanks(text: string, at: number): number {
	let next = at;
	while (isBlank(text.charCodeAt(next))) next += 1;
	return next;
}

/** Brackets count alike in both widths. */
function narrow(code: number): number {
	return code === 0xff08 || code === 0xff09 ? code - 0xff08 + 0x28 : code;
}

/** The offset after `literal` at `at`, blanks and the width of brackets apart; -1 when it does not stand there. */
function matchLiteral(text: string, at: number, literal: string): number {
	let next = at;
	for (let index = 0; index < literal.length; index += 1) {
		const wanted = literal.charCodeAt(index);
		if (isBlank(wanted)) continue;
		next = skipBlanks(text, next);
		if (narrow(text.charCodeAt(next)) !== narrow(wanted)) return -1;
		next += 1;
	}
	return next;
}

interface FormParts {
	readonly before: string;
	readonly after: string;
	readonly han: boolean;
}

function placeholder(form: string): FormParts | null {
	const han = form.indexOf('{n}');
	const at = han >= 0 ? han : form.indexOf('{arabic}');
	if (at < 0) return null;
	return { before: form.slice(0, at), after: form.slice(at + (han >= 0 ? 3 : 8)), han: han >= 0 };
}

/** Whether a configured form has a place for the number: {n} (Han) or {arabic}. */
export function isFileMarkForm(form: string): boolean {
	return placeholder(form) !== null;
}

/** The mark of a number in the configured form, or 补充材料（一） for the supplementary series. Throws RangeError beyond 9,999. */
export function formatFileMark(form: string, number: MaterialNumber): string {
	const parts = placeholder(number.series === 'supplement' ? supplementForm : form);
	if (parts === null) return form;
	return parts.before + writeNumber(number, parts.han ? 'han' : 'arabic') + parts.after;
}

function mark(series: MaterialNumber['series'], span: NumberSpan, form: FileMarkForm): FileMark {
	const number: MaterialNumber = { series, parts: span.parts };
	return { number, label: labelOf(number), span, form };
}

function matchForm(text: string, form: string): NumberSpan | null {
	const parts = placeholder(form);
	const before = parts === null ? -1 : matchLiteral(text, 0, parts.before);
	const span = before < 0 ? null : scanNumberSpan(text, skipBlanks(text, before));
	const after = span === null || parts === null ? -1 : matchLiteral(text, span.end, parts.after);
	return span !== null && after >= 0 && skipBlanks(text, after) === text.length ? span : null;
}

/**
 * Reads a paragraph as a file mark, in the configured form (`会议材料之{n}`) or in one of the usual ones; null when it is none.
 * Numbers may be Han or Arabic, brackets half or full width.
 */
export function parseFileMark(text: string, form: string): FileMark | null {
	if (text.length > longestMark) return null;
	const configured = matchForm(text, form);
	if (configured !== null) return mark('main', configured, 'configured');
	// All usual forms say 文件 or 材料.
	if (!text.includes('件') && !text.includes('料')) return null;
	const supplement = matchForm(text, supplementForm) ?? matchForm(text, `会议${supplementForm}`);
	if (supplement !== null) return mark('supplement', supplement, 'supplement');
	const start = skipBlanks(text, 0);
	const session = scanSessions(text).find((each) => each.start === start);
	const head = session?.end ?? start;
	for (const lead of ['常委会会议', '常委会', '会议', '']) {
		const rest = matchLiteral(text, head, lead);
		if (rest < 0) continue;
		for (const noun of ['文件', '材料']) {
			const at = matchLiteral(text, rest, noun);
			if (at < 0) continue;
			const named = session !== undefined;
			const tail = text.slice(0, at);
			const zhi = matchForm(text, `${tail}之{n}`);
			if (zhi !== null) return mark('main', zhi, named ? 'session-zhi' : 'material-zhi');
			const paren = matchForm(text, `${tail}（{n}）`);
			if (paren !== null) return mark('main', paren, named ? 'session-paren' : 'paren');
			const bare = matchForm(text, `${tail}{n}`);
			if (bare !== null) return mark('main', bare, named ? 'session-bare' : 'bare');
		}
	}
	return null;
}
