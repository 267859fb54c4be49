/** Marks of headings, typed or automatic: the four levels of GB/T 9704-2012 (7.3.3) 一、 （一） 1. （1）, then ①, and the wrong forms met. */

import type { HeadingMarkForm } from '@bianxu/model';
import { enclosedCircle } from './label.ts';
import { formatHan, type ScannedNumber, type Script, scanArabic, scanHan } from './numeral.ts';

/** A heading mark at the head of a paragraph. `start` is after blanks, `end` after the mark (blanks behind it not included). */
export interface TypedHeadingMark {
	readonly level: 1 | 2 | 3 | 4 | 5;
	/** `correct`, or the deviation's name; the level is the one that was meant. */
	readonly form: HeadingMarkForm;
	readonly ordinal: number;
	readonly script: Script;
	readonly start: number;
	readonly end: number;
	/** The mark as the standard has it. */
	readonly canonical: string;
}

const blanks = ' \t\u00a0\u3000';
const largestHeading = 199;
/** With what a number begins in any script. */
const NUMERALS = '0123456789０１２３４５６７８９〇○零一二两三四五六七八九十百千';

/** The mark of the `ordinal`-th heading of a level, as the standard writes it. Throws RangeError outside 1..9999 on Han levels. */
export function headingMark(level: 1 | 2 | 3 | 4 | 5, ordinal: number): string {
	switch (level) {
		case 1:
			return `${formatHan(ordinal)}、`;
		case 2:
			return `（${formatHan(ordinal)}）`;
		case 3:
			return `${ordinal}.`;
		case 4:
			return `（${ordinal}）`;
		case 5:
			return enclosedCircle(ordinal) ?? `（${ordinal}）`;
	}
}

function mark(
	level: TypedHeadingMark['level'],
	form: HeadingMarkForm,
	number: ScannedNumber,
	start: number,
	end: number,
): TypedHeadingMark {
	const { value, script } = number;
	return { level, form, ordinal: value, script, start, end, canonical: headingMark(level, value) };
}

function scanHeadingNumber(text: string, at: number): ScannedNumber | null {
	const number = scanArabic(text, at) ?? scanHan(text, at);
	return number !== null && number.value <= largestHeading ? number : null;
}

function parseParenthesised(text: string, start: number): TypedHeadingMark | null {
	const number = scanHeadingNumber(text, start + 1);
	const close = number === null ? undefined : text[number.end];
	if (number === null || (close !== ')' && close !== '）')) return null;
	const level = number.script === 'han' ? 2 : 4;
	let end = number.end + 1;
	let form: HeadingMarkForm = number.script === 'fullwidth' ? 'other' : 'correct';
	const open = text[start];
	if (open === '(' || close === ')') form = 'paren-half';
	const next = text[end];
	if (next === '、' || next === '，' || next === ',') {
		form = 'paren-comma';
		end += 1;
	} else if (next === '.' || next === '．') {
		form = 'other';
		end += 1;
	}
	return mark(level, form, number, start, end);
}

function parseHanMark(text: string, number: ScannedNumber, start: number): TypedHeadingMark | null {
	const next = text[number.end];
	const after = number.end + 1;
	switch (next) {
		case '、':
			return mark(1, 'correct', number, start, after);
		case '.':
		case '．':
			return mark(1, 'han-period', number, start, after);
		case '，':
			return mark(1, 'han-comma', number, start, after);
		case ',':
			return mark(1, 'han-comma', number, start, after);
		case '：':
		case ':':
			return mark(1, 'other', number, start, after);
		case ')':
		case '）':
			return mark(2, 'other', number, start, after);
		default:
			return next !== undefined && blanks.includes(next) ? mark(1, 'other', number, start, number.end) : null;
	}
}

/** 1.1 and 1.2.3 before a blank or 、; without one it is a decimal fraction (1.5亿元). */
function parseDottedPath(text: string, start: number): TypedHeadingMark | null {
	let end = start;
	let depth = 0;
	let last: ScannedNumber | null = null;
	for (let number = scanArabic(text, end); number !== null && depth < 5; number = scanArabic(text, end)) {
		last = number;
		depth += 1;
		end = number.end;
		if (text[end] !== '.') break;
		end += 1;
	}
	const next = text[end];
	if (last === null || depth < 2 || next === undefined || !(blanks.includes(next) || next === '、')) return null;
	const level = depth === 2 ? 4 : 5;
	return mark(level, 'other', last, start, next === '、' ? end + 1 : end);
}

function parseArabicMark(text: string, number: ScannedNumber, start: number): TypedHeadingMark | null {
	const next = text[number.end];
	const after = number.end + 1;
	const digitFollows = scanArabic(text, after) !== null || text[after] === '0';
	const correct: HeadingMarkForm = number.script === 'fullwidth' ? 'other' : 'correct';
	switch (next) {
		case '.':
			return digitFollows ? parseDottedPath(text, start) : mark(3, correct, number, start, after);
		case '．':
			return digitFollows ? null : mark(3, 'arabic-fullwidth-period', number, start, after);
		case '、':
			// 1、2、3月份 is an enumeration.
			return digitFollows ? null : mark(3, 'arabic-dunhao', number, start, after);
		case '，':
			return digitFollows ? null : mark(3, 'arabic-comma', number, start, after);
		case ')':
		case '）':
			return mark(4, 'other', number, start, after);
		default:
			return null;
	}
}

function parseEnclosed(text: string, start: number): TypedHeadingMark | null {
	const code = text.charCodeAt(start);
	const end = start + 1;
	const number = (value: number, script: Script): ScannedNumber => ({ value, start, end, script });
	if (code >= 0x2474 && code <= 0x2487)
		return mark(4, 'arabic-paren-enclosed', number(code - 0x2473, 'arabic'), start, end);
	if (code >= 0x2488 && code <= 0x249b) return mark(3, 'other', number(code - 0x2487, 'arabic'), start, end);
	if (code >= 0x3220 && code <= 0x3229)
		return mark(2, 'arabic-paren-enclosed', number(code - 0x321f, 'han'), start, end);
	if (code >= 0x2460 && code <= 0x2473) {
		const comma = text[end] === '、' || text[end] === '.';
		return mark(5, comma ? 'other' : 'correct', number(code - 0x245f, 'arabic'), start, comma ? end + 1 : end);
	}
	return null;
}

/** Reads the heading mark at the head of a paragraph's text (label and text joined); null when there is none. */
export function parseHeadingMark(text: string): TypedHeadingMark | null {
	let start = 0;
	while (start < text.length && blanks.includes(text.charAt(start))) start += 1;
	const first = text[start];
	if (first === undefined) return null;
	if (first === '(' || first === '（') return parseParenthesised(text, start);
	if (first === '第') {
		const number = scanHan(text, start + 1);
		return number !== null && number.value <= largestHeading && text[number.end] === '、'
			? mark(1, 'ordinal-word', number, start, number.end + 1)
			: null;
	}
	// Most lines begin with another character.
	const number = NUMERALS.includes(first) ? scanHeadingNumber(text, start) : null;
	if (number === null) return parseEnclosed(text, start);
	return number.script === 'han' ? parseHanMark(text, number, start) : parseArabicMark(text, number, start);
}
