/** Han numerals, 1 to 9,999, both ways; Arabic digits in half and full width. Hand-written scanners, linear in the text. */

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** How a number is written: Han (十二), Arabic (12) or full-width Arabic (１２). */
export type Script = 'han' | 'arabic' | 'fullwidth';

/** A number read at `start`, up to `end` (UTF-16, exclusive). */
export interface ScannedNumber {
	readonly value: number;
	readonly start: number;
	readonly end: number;
	readonly script: Script;
}

/** By UTF-16 code: units as they are, digits as -1 (〇 ○ 零 are one and the same) to -10, 0 for all that is no numeral. */
const hanCodes = new Int16Array(0x10000);
for (const [at, character] of digits.entries()) hanCodes[character.charCodeAt(0)] = -1 - at;
for (const [character, meaning] of [
	['〇', -1],
	['○', -1],
	['两', -3],
	['十', 10],
	['百', 100],
	['千', 1000],
] as const)
	hanCodes[character.charCodeAt(0)] = meaning;

const LIANG = '两'.charCodeAt(0);

/** Meaning in `hanCodes` of the character at `at`; 0 beyond the end. */
function meaningAt(text: string, at: number): number {
	return at < text.length ? (hanCodes[text.charCodeAt(at)] ?? 0) : 0;
}

/** Value of one Han digit (〇 ○ 零 are one and the same, 两 is 二), or -1. */
export function hanDigit(character: string | undefined): number {
	const meaning = character === undefined ? 0 : meaningAt(character, 0);
	return meaning < 0 ? -1 - meaning : -1;
}

/** True where the character at `at` may stand in a Han numeral; false beyond the end. */
export function isHanNumeralAt(text: string, at: number): boolean {
	return meaningAt(text, at) !== 0;
}

/** True for a character that may stand in a Han numeral. */
export function isHanNumeral(character: string | undefined): boolean {
	return character !== undefined && meaningAt(character, 0) !== 0;
}

/**
 * Writes 1 to 9,999 as people write ordinals: 十, 十一, 二十, 一百零一, 一百一十, 一千零一十.
 * Throws RangeError outside, because no packet has such a number and a silent fallback would be printed.
 */
export function formatHan(value: number): string {
	let text = written.get(value);
	if (text === undefined) {
		text = writeHan(value);
		written.set(value, text);
	}
	return text;
}

/** A packet writes the same few numbers at every mention. */
const written = new Map<number, string>();

function writeHan(value: number): string {
	if (!Number.isInteger(value) || value < 1 || value > 9999) throw new RangeError(`no Han numeral for ${value}`);
	let text = '';
	let gap = false;
	for (let unit = 1000; unit >= 1; unit /= 10) {
		const digit = Math.floor(value / unit) % 10;
		if (digit === 0) {
			gap = text !== '';
			continue;
		}
		if (gap) text += '零';
		gap = false;
		text += (digits[digit] ?? '') + (unit === 1000 ? '千' : unit === 100 ? '百' : unit === 10 ? '十' : '');
	}
	return value >= 10 && value < 20 ? text.slice(1) : text;
}

/** 一〇五, 二〇二六: digits by position. Two digits without a zero (三五) are 'three or five', not a number. 0 for none. */
function positionalValue(text: string, from: number, to: number): number {
	if (to - from < 2 || to - from > 4) return 0;
	let value = 0;
	let zero = false;
	for (let at = from; at < to; at += 1) {
		const meaning = meaningAt(text, at);
		if (meaning >= 0 || text.charCodeAt(at) === LIANG) return 0;
		zero ||= meaning === -1;
		value = value * 10 - 1 - meaning;
	}
	return meaningAt(text, from) < -1 && (zero || to - from > 2) ? value : 0;
}

/** Value of the Han numeral that `text` has from `from` to `to`, as `parseHan` reads it; 0 when it is none. */
function hanValue(text: string, from: number, to: number): number {
	if (to - from > 9) return 0;
	if (to - from === 1 && text.charCodeAt(from) === LIANG) return 2;
	const positional = positionalValue(text, from, to);
	if (positional > 0) return positional;
	let value = 0;
	let limit = 10_000;
	let zero = false;
	for (let at = from; at < to; ) {
		const meaning = meaningAt(text, at);
		const digit = meaning < 0 ? -1 - meaning : -1;
		if (digit === 0) {
			if (zero || at === from || limit <= 1) return 0;
			zero = true;
			at += 1;
			continue;
		}
		const unitAt = digit > 0 ? at + 1 : at;
		const unit = unitAt < to ? meaningAt(text, unitAt) : 0;
		if (unit <= 0) {
			if (digit < 0 || unitAt !== to || text.charCodeAt(at) === LIANG) return 0;
			if (at > from && limit > 10 !== zero) return 0;
			return value + digit;
		}
		if (unit >= limit || (digit < 0 && unit !== 10)) return 0;
		if (zero && unit * 10 >= limit) return 0;
		if (unit === 10 && text.charCodeAt(at) === LIANG) return 0;
		value += (digit < 0 ? 1 : digit) * unit;
		limit = unit;
		zero = false;
		at = unitAt + 1;
	}
	return zero ? 0 : value;
}

/**
 * Reads a whole Han numeral, 1 to 9,999; null when it is none. Accepts 〇 ○ 零 as one, 两 before 百 or 千 and alone, a missing
 * 一 (十, 一百十五), and positional digits (一〇五). Rejects 廿, 三五, and 一百五, which people read as 105 and as 150.
 */
export function parseHan(text: string): number | null {
	const value = hanValue(text, 0, text.length);
	return value === 0 ? null : value;
}

/** Offset behind the run of Han numeral characters at `at`; no number is longer than the part that is looked at. */
export function endOfHan(text: string, at: number): number {
	let end = at;
	while (end - at <= 10 && isHanNumeralAt(text, end)) end += 1;
	return end;
}

/** Reads the longest run of Han numeral characters at `at`; null when the run as a whole is no number. */
export function scanHan(text: string, at: number): ScannedNumber | null {
	const end = endOfHan(text, at);
	const value = end > at ? hanValue(text, at, end) : 0;
	return value === 0 ? null : { value, start: at, end, script: 'han' };
}

/** Value of the Arabic digit of a code, in half or full width; -1 for any other. */
export function arabicDigit(code: number): number {
	if (code >= 0x30 && code <= 0x39) return code - 0x30;
	return code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : -1;
}

/** Reads Arabic digits at `at`, 1 to 9,999 without a leading zero, in half or full width (not mixed); null when none stand there. */
export function scanArabic(text: string, at: number): ScannedNumber | null {
	const first = text.charCodeAt(at);
	if (arabicDigit(first) <= 0) return null;
	const wide = first >= 0xff10;
	let value = 0;
	let end = at;
	while (end < text.length && end - at < 5) {
		const code = text.charCodeAt(end);
		const digit = arabicDigit(code);
		if (digit < 0 || code >= 0xff10 !== wide) break;
		value = value * 10 + digit;
		end += 1;
	}
	if (value > 9999 || arabicDigit(text.charCodeAt(end)) >= 0) return null;
	return { value, start: at, end, script: wide ? 'fullwidth' : 'arabic' };
}

/** Reads a number in any script at `at`. */
export function scanNumber(text: string, at: number): ScannedNumber | null {
	return isHanNumeralAt(text, at) ? scanHan(text, at) : scanArabic(text, at);
}

/** Writes a number in the given script. Throws RangeError where `formatHan` does. */
export function formatNumber(value: number, script: Script): string {
	if (script === 'han') return formatHan(value);
	const plain = String(value);
	return script === 'arabic' ? plain : toFullWidth(plain);
}

/** Half-width digits to full width: 12 → １２. */
export function toFullWidth(text: string): string {
	let wide = '';
	for (const character of text) {
		const code = character.charCodeAt(0);
		wide += code >= 0x30 && code <= 0x39 ? String.fromCharCode(code - 0x30 + 0xff10) : character;
	}
	return wide;
}
