/** Marks of headings, typed or automatic: the four levels of GB/T 9704-2012 (7.3.3) 一、 （一） 1. （1）, then ①, and the wrong forms met. */

import type { HeadingMarkForm } from '@bianxu/model';
import { enclosedCircle } from './label.ts';
import {
	arabicDigit,
	formatHan,
	isHanNumeralAt,
	type ScannedNumber,
	type Script,
	scanArabic,
	scanHan,
	scanNumber,
} from './numeral.ts';
import { isBlank } from './word-at.ts';

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

const largestHeading = 199;

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

/** Marks as the standard has them, by level and ordinal: the same few head every paper. */
const canonicals: readonly string[][] = [[], [], [], [], [], []];

function canonicalOf(level: TypedHeadingMark['level'], ordinal: number): string {
	const known = canonicals[level];
	if (known === undefined || ordinal > largestHeading) return headingMark(level, ordinal);
	return (known[ordinal] ??= headingMark(level, ordinal));
}

function mark(
	level: TypedHeadingMark['level'],
	form: HeadingMarkForm,
	number: ScannedNumber,
	start: number,
	end: number,
): TypedHeadingMark {
	const { value, script } = number;
	return { level, form, ordinal: value, script, start, end, canonical: canonicalOf(level, value) };
}

function scanHeadingNumber(text: string, at: number): ScannedNumber | null {
	const number = scanNumber(text, at);
	return number !== null && number.value <= largestHeading ? number : null;
}

function isClosingBracket(code: number): boolean {
	return code === 0x29 || code === 0xff09;
}

function parseParenthesised(text: string, start: number): TypedHeadingMark | null {
	const number = scanHeadingNumber(text, start + 1);
	if (number === null || !isClosingBracket(text.charCodeAt(number.end))) return null;
	const level = number.script === 'han' ? 2 : 4;
	let end = number.end + 1;
	let form: HeadingMarkForm = number.script === 'fullwidth' ? 'other' : 'correct';
	if (text.charCodeAt(start) === 0x28 || text.charCodeAt(number.end) === 0x29) form = 'paren-half';
	switch (text.charCodeAt(end)) {
		case 0x3001: // 、
		case 0xff0c: // ，
		case 0x2c: // ,
			form = 'paren-comma';
			end += 1;
			break;
		case 0x2e: // .
		case 0xff0e: // ．
			form = 'other';
			end += 1;
	}
	return mark(level, form, number, start, end);
}

function parseHanMark(text: string, number: ScannedNumber, start: number): TypedHeadingMark | null {
	const next = text.charCodeAt(number.end);
	const after = number.end + 1;
	switch (next) {
		case 0x3001: // 、
			return mark(1, 'correct', number, start, after);
		case 0x2e: // .
		case 0xff0e: // ．
			return mark(1, 'han-period', number, start, after);
		case 0xff0c: // ，
		case 0x2c: // ,
			return mark(1, 'han-comma', number, start, after);
		case 0xff1a: // ：
		case 0x3a: // :
			return mark(1, 'other', number, start, after);
		case 0x29: // )
		case 0xff09: // ）
			return mark(2, 'other', number, start, after);
		default:
			return isBlank(next) ? mark(1, 'other', number, start, number.end) : null;
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
	const stroke = text[end] === '、';
	if (last === null || depth < 2 || !(stroke || isBlank(text.charCodeAt(end)))) return null;
	const level = depth === 2 ? 4 : 5;
	return mark(level, 'other', last, start, stroke ? end + 1 : end);
}

function parseArabicMark(text: string, number: ScannedNumber, start: number): TypedHeadingMark | null {
	const after = number.end + 1;
	const digitFollows = scanArabic(text, after) !== null || text.charCodeAt(after) === 0x30;
	const correct: HeadingMarkForm = number.script === 'fullwidth' ? 'other' : 'correct';
	switch (text.charCodeAt(number.end)) {
		case 0x2e: // .
			return digitFollows ? parseDottedPath(text, start) : mark(3, correct, number, start, after);
		case 0xff0e: // ．
			return digitFollows ? null : mark(3, 'arabic-fullwidth-period', number, start, after);
		case 0x3001: // 、
			// 1、2、3月份 is an enumeration.
			return digitFollows ? null : mark(3, 'arabic-dunhao', number, start, after);
		case 0xff0c: // ，
			return digitFollows ? null : mark(3, 'arabic-comma', number, start, after);
		case 0x29: // )
		case 0xff09: // ）
			return mark(4, 'other', number, start, after);
		default:
			return null;
	}
}

function parseEnclosed(text: string, start: number, code: number): TypedHeadingMark | null {
	const end = start + 1;
	const number = (value: number, script: Script): ScannedNumber => ({ value, start, end, script });
	if (code >= 0x2474 && code <= 0x2487)
		return mark(4, 'arabic-paren-enclosed', number(code - 0x2473, 'arabic'), start, end);
	if (code >= 0x2488 && code <= 0x249b) return mark(3, 'other', number(code - 0x2487, 'arabic'), start, end);
	if (code >= 0x3220) return mark(2, 'arabic-paren-enclosed', number(code - 0x321f, 'han'), start, end);
	if (code <= 0x2473) {
		const comma = text[end] === '、' || text[end] === '.';
		return mark(5, comma ? 'other' : 'correct', number(code - 0x245f, 'arabic'), start, comma ? end + 1 : end);
	}
	return null;
}

/** Reads the heading mark at the head of a paragraph's text (label and text joined); null when there is none. */
export function parseHeadingMark(text: string): TypedHeadingMark | null {
	let start = 0;
	while (isBlank(text.charCodeAt(start))) start += 1;
	const first = text.charCodeAt(start);
	if (first === 0x28 || first === 0xff08) return parseParenthesised(text, start); // （
	if (first === 0x7b2c) {
		// 第
		const number = scanHan(text, start + 1);
		return number !== null && number.value <= largestHeading && text[number.end] === '、'
			? mark(1, 'ordinal-word', number, start, number.end + 1)
			: null;
	}
	if (isHanNumeralAt(text, start)) {
		const number = scanHan(text, start);
		return number !== null && number.value <= largestHeading ? parseHanMark(text, number, start) : null;
	}
	if (arabicDigit(first) > 0) {
		const number = scanHeadingNumber(text, start);
		return number === null ? null : parseArabicMark(text, number, start);
	}
	// Most lines begin with another character.
	return first < 0x2460 || first > 0x3229 ? null : parseEnclosed(text, start, first);
}
