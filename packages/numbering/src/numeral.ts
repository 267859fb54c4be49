/** Han numerals, 1 to 9,999, both ways; Arabic digits in half and full width. Hand-written scanners, linear in the text. */

const digits = '零一二三四五六七八九';

/** How a number is written: Han (十二), Arabic (12) or full-width Arabic (１２). */
export type Script = 'han' | 'arabic' | 'fullwidth';

/** A number read at `start`, up to `end` (UTF-16, exclusive). */
export interface ScannedNumber {
	readonly value: number;
	readonly start: number;
	readonly end: number;
	readonly script: Script;
}

/** Value of one Han digit (〇 ○ 零 are one and the same, 两 is 二), or -1. */
export function hanDigit(character: string | undefined): number {
	switch (character) {
		case '〇':
		case '○':
		case '零':
			return 0;
		case '一':
			return 1;
		case '二':
		case '两':
			return 2;
		case '三':
			return 3;
		case '四':
			return 4;
		case '五':
			return 5;
		case '六':
			return 6;
		case '七':
			return 7;
		case '八':
			return 8;
		case '九':
			return 9;
		default:
			return -1;
	}
}

function hanUnit(character: string | undefined): number {
	switch (character) {
		case '十':
			return 10;
		case '百':
			return 100;
		case '千':
			return 1000;
		default:
			return 0;
	}
}

/** True for a character that may stand in a Han numeral. */
export function isHanNumeral(character: string | undefined): boolean {
	return hanDigit(character) >= 0 || hanUnit(character) > 0;
}

/**
 * Writes 1 to 9,999 as people write ordinals: 十, 十一, 二十, 一百零一, 一百一十, 一千零一十.
 * Throws RangeError outside, because no packet has such a number and a silent fallback would be printed.
 */
export function formatHan(value: number): string {
	if (!Number.isInteger(value) || value < 1 || value > 9999) throw new RangeError(`no Han numeral for ${value}`);
	let text = '';
	let gap = false;
	for (const unit of [1000, 100, 10, 1]) {
		const digit = Math.floor(value / unit) % 10;
		if (digit === 0) {
			gap = text !== '';
			continue;
		}
		if (gap) text += '零';
		gap = false;
		text += digits[digit] + (unit === 1000 ? '千' : unit === 100 ? '百' : unit === 10 ? '十' : '');
	}
	return value >= 10 && value < 20 ? text.slice(1) : text;
}

/** 一〇五, 二〇二六: digits by position. Two digits without a zero (三五) are 'three or five', not a number. */
function parsePositional(text: string): number | null {
	if (text.length < 2 || text.length > 4) return null;
	let value = 0;
	let zero = false;
	for (const character of text) {
		const digit = hanDigit(character);
		if (digit < 0 || character === '两') return null;
		zero ||= digit === 0;
		value = value * 10 + digit;
	}
	return hanDigit(text[0]) > 0 && (zero || text.length > 2) ? value : null;
}

/**
 * Reads a whole Han numeral, 1 to 9,999; null when it is none. Accepts 〇 ○ 零 as one, 两 before 百 or 千 and alone, a missing
 * 一 (十, 一百十五), and positional digits (一〇五). Rejects 廿, 三五, and 一百五, which people read as 105 and as 150.
 */
export function parseHan(text: string): number | null {
	if (text.length === 0 || text.length > 9) return null;
	if (text === '两') return 2;
	const positional = parsePositional(text);
	if (positional !== null) return positional;
	let value = 0;
	let limit = 10_000;
	let zero = false;
	for (let at = 0; at < text.length; ) {
		const digit = hanDigit(text[at]);
		if (digit === 0) {
			if (zero || at === 0 || limit <= 1) return null;
			zero = true;
			at += 1;
			continue;
		}
		const unitAt = digit > 0 ? at + 1 : at;
		const unit = hanUnit(text[unitAt]);
		if (unit === 0) {
			if (digit < 0 || unitAt !== text.length || text[at] === '两') return null;
			if (at > 0 && limit > 10 !== zero) return null;
			return value + digit;
		}
		if (unit >= limit || (digit < 0 && unit !== 10)) return null;
		if (zero && unit * 10 >= limit) return null;
		if (text[at] === '两' && unit === 10) return null;
		value += (digit < 0 ? 1 : digit) * unit;
		limit = unit;
		zero = false;
		at = unitAt + 1;
	}
	return zero || value === 0 ? null : value;
}

/** Reads the longest run of Han numeral characters at `at`; null when the run as a whole is no number. */
export function scanHan(text: string, at: number): ScannedNumber | null {
	let end = at;
	while (end < text.length && end - at <= 10 && isHanNumeral(text[end])) end += 1;
	const value = end > at ? parseHan(text.slice(at, end)) : null;
	return value === null ? null : { value, start: at, end, script: 'han' };
}

function arabicDigit(code: number): number {
	if (code >= 0x30 && code <= 0x39) return code - 0x30;
	return code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : -1;
}

/** Reads Arabic digits at `at`, 1 to 9,999 without a leading zero, in half or full width (not mixed); null when none stand there. */
export function scanArabic(text: string, at: number): ScannedNumber | null {
	const wide = text.charCodeAt(at) >= 0xff10;
	let value = 0;
	let end = at;
	while (end < text.length && end - at < 5) {
		const code = text.charCodeAt(end);
		const digit = arabicDigit(code);
		if (digit < 0 || code >= 0xff10 !== wide) break;
		value = value * 10 + digit;
		end += 1;
	}
	if (end === at || value < 1 || value > 9999 || arabicDigit(text.charCodeAt(at)) === 0) return null;
	if (arabicDigit(text.charCodeAt(end)) >= 0) return null;
	return { value, start: at, end, script: wide ? 'fullwidth' : 'arabic' };
}

/** Reads a number in any script at `at`. */
export function scanNumber(text: string, at: number): ScannedNumber | null {
	return scanArabic(text, at) ?? scanHan(text, at);
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
