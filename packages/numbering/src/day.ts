/** Days in a text: 2026年11月26日（星期四）, 11月26日至27日, 二〇二六年十一月二十六日. Hand-written, linear in the text. */

import { formatHan, formatNumber, hanDigit, isHanNumeral, parseHan, type ScannedNumber } from './numeral.ts';

/** A weekday as written: `start`..`end` cover the numeral only (四 of 星期四); 1 is Monday, 7 Sunday. */
export interface WeekdayMention {
	readonly start: number;
	readonly end: number;
	readonly value: number;
}

/** A day named in a text; offsets are UTF-16 units. `month` is null where it is taken from the day before it (26日至27日). */
export interface DayMention {
	readonly start: number;
	readonly end: number;
	readonly year: ScannedNumber | null;
	readonly month: ScannedNumber | null;
	readonly day: ScannedNumber;
	/** The month that is meant: written here, or that of the day before in a range or list; null for a bare 26日. */
	readonly monthMeant: number | null;
	readonly yearMeant: number | null;
	/** Weekday directly behind, in brackets or not. */
	readonly weekday: WeekdayMention | null;
}

function arabicAt(text: string, index: number): boolean {
	const code = text.charCodeAt(index);
	return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

/** The number whose last character stands before `end`; years by position (二〇二六), leading zeros allowed (11月06日). */
function numberBefore(text: string, end: number): ScannedNumber | null {
	let start = end;
	if (arabicAt(text, end - 1)) {
		while (start > 0 && end - start < 5 && arabicAt(text, start - 1)) start -= 1;
		if (end - start > 4) return null;
		const wide = text.charCodeAt(start) >= 0xff10;
		let value = 0;
		for (let at = start; at < end; at++) value = value * 10 + ((text.charCodeAt(at) - (wide ? 0xff10 : 0x30)) | 0);
		return value > 0 && value < 10_000 ? { value, start, end, script: wide ? 'fullwidth' : 'arabic' } : null;
	}
	while (start > 0 && end - start < 6 && isHanNumeral(text[start - 1])) start -= 1;
	const value = start < end ? parseHan(text.slice(start, end)) : null;
	return value === null ? null : { value, start, end, script: 'han' };
}

/** Blanks between a number and its 年, 月 or 日, as typists leave them. */
function backOverBlanks(text: string, at: number): number {
	let end = at;
	while (end > 0 && at - end < 2 && (text[end - 1] === ' ' || text[end - 1] === '\u00a0')) end -= 1;
	return end;
}

const weekdays = '一二三四五六';

/** 星期四, （星期四）, 周四 at `at`. */
function weekdayAt(text: string, at: number): WeekdayMention | null {
	let next = at;
	if (text[next] === '（' || text[next] === '(' || text[next] === ' ') next += 1;
	if (text.startsWith('星期', next) || text.startsWith('礼拜', next)) next += 2;
	else if (text[next] === '周') next += 1;
	else return null;
	const character = text[next];
	const value =
		character === '日' || character === '天' ? 7 : character === undefined ? 0 : weekdays.indexOf(character) + 1;
	return value > 0 ? { start: next, end: next + 1, value } : null;
}

const joins = ['至', '到', '—', '－', '-', '～', '~', '–', '、', '和', '及', '与'];

/** All days in a text, in order. */
export function scanDays(text: string): readonly DayMention[] {
	const found: DayMention[] = [];
	for (let at = text.indexOf('日'); at >= 0; at = text.indexOf('日', at + 1)) {
		const day = numberBefore(text, backOverBlanks(text, at));
		if (day === null || day.value > 31) continue;
		let start = day.start;
		let month: ScannedNumber | null = null;
		let year: ScannedNumber | null = null;
		const monthAt = backOverBlanks(text, start) - 1;
		if (text[monthAt] === '月') {
			month = numberBefore(text, backOverBlanks(text, monthAt));
			if (month === null || month.value > 12) continue;
			start = month.start;
			const yearAt = backOverBlanks(text, start) - 1;
			if (text[yearAt] === '年') {
				year = numberBefore(text, backOverBlanks(text, yearAt));
				if (year !== null && year.value < 1000) year = null;
				if (year !== null) start = year.start;
			}
		}
		const before = found.at(-1);
		const follows = before !== undefined && joins.includes(text.slice(endOf(text, before), start).trim());
		found.push({
			start,
			end: at + 1,
			year,
			month,
			day,
			monthMeant: month?.value ?? (follows ? before.monthMeant : null),
			yearMeant: year?.value ?? (follows ? before.yearMeant : null),
			weekday: weekdayAt(text, at + 1),
		});
	}
	return found;
}

/** Offset behind a day with its weekday and the bracket around it. */
function endOf(text: string, { end, weekday }: DayMention): number {
	if (weekday === null) return end;
	return '）)'.includes(text[weekday.end] ?? '\n') ? weekday.end + 1 : weekday.end;
}

/** Weekday of a day YYYY-MM-DD, 1 Monday to 7 Sunday. */
export function weekdayOf(day: string): number {
	const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
	const days = Math.floor(Date.UTC(year, month - 1, date) / 86_400_000);
	return ((((days + 3) % 7) + 7) % 7) + 1;
}

/** The numeral of a weekday: 四 of 星期四, 日 of 星期日. */
export function weekdayNumeral(value: number): string {
	return '一二三四五六日'.charAt(value - 1);
}

/** A number of a date in the script and manner of the one that it replaces: 2026, ２０２６, 二〇二六, 06. */
export function writeDatePart(value: number, like: ScannedNumber, text: string): string {
	const written = text.slice(like.start, like.end);
	if (like.script !== 'han') {
		const plain = formatNumber(value, like.script);
		const padded = /^[0０]/.test(written) && value < 10;
		return padded ? formatZero(like) + plain : plain;
	}
	// 二〇二六 is written digit by digit, 十一 is not.
	if (value < 1000 || [...written].some((character) => hanDigit(character) < 0)) return formatHan(value);
	const zero = /[〇○零]/.exec(written)?.[0] ?? '〇';
	return [...String(value)]
		.map((digit) => (digit === '0' ? zero : '零一二三四五六七八九'.charAt(Number(digit))))
		.join('');
}

function formatZero({ script }: ScannedNumber): string {
	return script === 'fullwidth' ? '０' : '0';
}
