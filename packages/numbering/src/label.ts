/** Automatic list numbers as Word shows them: ST_NumberFormat (ECMA-376 part 1, 17.18.59). */

import { toFullWidth } from './numeral.ts';

const hanDigits = '〇一二三四五六七八九';
const legalSimplified = '零壹贰叁肆伍陆柒捌玖';
const legalTraditional = '零壹貳參肆伍陸柒捌玖';

/** 1 → 一, 105 → 一〇五: one digit for each place. */
function positional(value: number, zero: string): string {
	let text = '';
	for (const digit of String(value)) text += digit === '0' ? zero : hanDigits[Number(digit)];
	return text;
}

interface CountingStyle {
	readonly digits: string;
	readonly units: readonly [string, string, string, string];
	/** Written for a gap between places; empty in Japanese. */
	readonly zero: string;
	/** 十 for 10 to 19 instead of 一十. */
	readonly shortTen: boolean;
	/** 百, 千 instead of 一百, 一千. */
	readonly bareUnits: boolean;
}

function countBelowTenThousand(value: number, style: CountingStyle, leading: boolean): string {
	let text = '';
	let gap = false;
	const places = [1000, 100, 10, 1];
	for (let place = 0; place < 4; place++) {
		const unit = places[place] ?? 1;
		const digit = Math.floor(value / unit) % 10;
		if (digit === 0) {
			gap = text !== '' || !leading;
			continue;
		}
		if (gap) text += style.zero;
		gap = false;
		const bare =
			digit === 1 && ((style.bareUnits && unit > 1) || (style.shortTen && unit === 10 && text === '' && leading));
		text += (bare ? '' : style.digits[digit]) + (style.units[3 - place] ?? '');
	}
	return text;
}

/** Counting with units, 1 to 999,999; null beyond, where Word shows nothing sensible. */
function counting(value: number, style: CountingStyle): string | null {
	if (value > 999_999) return null;
	const high = Math.floor(value / 10_000);
	const low = value % 10_000;
	if (high === 0) return countBelowTenThousand(low, style, true);
	const head = `${countBelowTenThousand(high, style, true)}万`;
	return low === 0 ? head : head + countBelowTenThousand(low, style, false);
}

const thousand: CountingStyle = {
	digits: hanDigits,
	units: ['', '十', '百', '千'],
	zero: '〇',
	shortTen: true,
	bareUnits: false,
};
const japanese: CountingStyle = { ...thousand, zero: '', bareUnits: true };
const taiwanese: CountingStyle = { ...thousand, zero: '零' };
const simplifiedAmount: CountingStyle = {
	digits: legalSimplified,
	units: ['', '拾', '佰', '仟'],
	zero: '零',
	shortTen: false,
	bareUnits: false,
};
const traditionalAmount: CountingStyle = { ...simplifiedAmount, digits: legalTraditional };

function roman(value: number): string | null {
	if (value > 3999) return null;
	const signs: readonly (readonly [number, string])[] = [
		[1000, 'm'],
		[900, 'cm'],
		[500, 'd'],
		[400, 'cd'],
		[100, 'c'],
		[90, 'xc'],
		[50, 'l'],
		[40, 'xl'],
		[10, 'x'],
		[9, 'ix'],
		[5, 'v'],
		[4, 'iv'],
		[1, 'i'],
	];
	let rest = value;
	let text = '';
	for (const [worth, sign] of signs) {
		while (rest >= worth) {
			text += sign;
			rest -= worth;
		}
	}
	return text;
}

/** a … z, aa, bb …: Word repeats the letter; it stops at 780. */
function letters(value: number): string | null {
	if (value > 780) return null;
	const letter = String.fromCharCode(0x61 + ((value - 1) % 26));
	return letter.repeat(Math.floor((value - 1) / 26) + 1);
}

/** One sign of a block of `length` code points from `first`; plain digits from there on, as Word has it. */
function sign(value: number, first: number, length: number): string {
	return value <= length ? String.fromCodePoint(first + value - 1) : String(value);
}

/** ①…⑳, then (outside Word's own repertoire, but met in typed text) ㉑…㊿. */
export function enclosedCircle(value: number): string | null {
	if (value >= 1 && value <= 20) return String.fromCodePoint(0x2460 + value - 1);
	if (value >= 21 && value <= 35) return String.fromCodePoint(0x3251 + value - 21);
	if (value >= 36 && value <= 50) return String.fromCodePoint(0x32b1 + value - 36);
	return null;
}

/** 甲子, 乙丑 … 癸亥: the cycle of sixty, decimal beyond it. */
function sexagenary(value: number): string {
	const stem = '甲乙丙丁戊己庚辛壬癸'[(value - 1) % 10] ?? '';
	const branch = '子丑寅卯辰巳午未申酉戌亥'[(value - 1) % 12] ?? '';
	return value <= 60 ? stem + branch : String(value);
}

type Formatter = (value: number) => string | null;

const formatters: ReadonlyMap<string, Formatter> = new Map<string, Formatter>([
	['decimal', String],
	['decimalHalfWidth', String],
	['decimalZero', (value) => (value < 10 ? `0${value}` : String(value))],
	['decimalFullWidth', (value) => toFullWidth(String(value))],
	['decimalFullWidth2', (value) => toFullWidth(String(value))],
	['decimalEnclosedCircle', (value) => sign(value, 0x2460, 20)],
	['decimalEnclosedCircleChinese', (value) => sign(value, 0x2460, 20)],
	['decimalEnclosedParen', (value) => sign(value, 0x2474, 20)],
	['decimalEnclosedFullstop', (value) => sign(value, 0x2488, 20)],
	['ideographEnclosedCircle', (value) => sign(value, 0x3280, 10)],
	['numberInDash', (value) => `- ${value} -`],
	['hex', (value) => value.toString(16).toUpperCase()],
	['chineseCounting', (value) => (value < 100 ? counting(value, thousand) : positional(value, '○'))],
	['chineseCountingThousand', (value) => counting(value, thousand)],
	['taiwaneseCounting', (value) => (value < 100 ? counting(value, taiwanese) : positional(value, '○'))],
	['taiwaneseCountingThousand', (value) => counting(value, taiwanese)],
	['japaneseCounting', (value) => counting(value, japanese)],
	['ideographDigital', (value) => positional(value, '〇')],
	['taiwaneseDigital', (value) => positional(value, '○')],
	['japaneseDigitalTenThousand', (value) => positional(value, '〇')],
	['chineseLegalSimplified', (value) => counting(value, simplifiedAmount)],
	['ideographLegalTraditional', (value) => counting(value, traditionalAmount)],
	['ideographTraditional', (value) => '甲乙丙丁戊己庚辛壬癸'[value - 1] ?? String(value)],
	['ideographZodiac', (value) => '子丑寅卯辰巳午未申酉戌亥'[value - 1] ?? String(value)],
	['ideographZodiacTraditional', sexagenary],
	['upperRoman', (value) => roman(value)?.toUpperCase() ?? null],
	['lowerRoman', roman],
	['upperLetter', (value) => letters(value)?.toUpperCase() ?? null],
	['lowerLetter', letters],
]);

/**
 * The digits of an automatic number. `format` is the value of w:numFmt; `value` the counter, 0 upwards.
 * Returns '' for `none` and `bullet` (their text is in w:lvlText) and null for a format not known here: the caller shows
 * decimal and says so. Beyond the range of a format the digits are decimal, as in Word.
 */
export function formatLabel(format: string, value: number): string | null {
	if (format === 'none' || format === 'bullet') return '';
	const formatter = formatters.get(format);
	if (formatter === undefined) return null;
	if (!Number.isInteger(value) || value < 1) return String(value);
	return formatter(value) ?? String(value);
}
