import { describe, expect, it } from 'vitest';
import { scanDays, weekdayNumeral, weekdayOf, writeDatePart } from '../src/index.ts';

const shown = (text: string) =>
	scanDays(text).map((each) => [
		text.slice(each.start, each.end),
		each.yearMeant,
		each.monthMeant,
		each.day.value,
		each.weekday?.value ?? null,
	]);

describe('days in a text', () => {
	it.each([
		['——2026年11月26日在滨江市', [['2026年11月26日', 2026, 11, 26, null]]],
		[
			'2026年11月26日至27日',
			[
				['2026年11月26日', 2026, 11, 26, null],
				['27日', 2026, 11, 27, null],
			],
		],
		[
			'11月26日（星期四）、27日（星期五）上午',
			[
				['11月26日', null, 11, 26, 4],
				['27日', null, 11, 27, 5],
			],
		],
		['二〇二六年十一月二十六日', [['二〇二六年十一月二十六日', 2026, 11, 26, null]]],
		['２０２６年１１月０６日周五', [['２０２６年１１月０６日', 2026, 11, 6, 5]]],
		['26日上午', [['26日', null, null, 26, null]]],
		['2026 年 11 月 26 日', [['2026 年 11 月 26 日', 2026, 11, 26, null]]],
		['星期日，今日，节假日', []],
		['30日内，32日，13月1日', [['30日', null, null, 30, null]]],
	])('%s', (text, expected) => expect(shown(text)).toEqual(expected));

	it('weekdays follow the calendar', () => {
		expect([weekdayOf('2026-11-26'), weekdayOf('2026-11-29'), weekdayOf('1969-12-31')]).toEqual([4, 7, 3]);
		expect([1, 4, 7].map(weekdayNumeral).join('')).toBe('一四日');
	});

	it.each([
		['2026年', 2027, '2027'],
		['二〇二六年', 2030, '二〇三〇'],
		['二零二六年', 2030, '二零三零'],
		['十一', 12, '十二'],
		['06', 9, '09'],
		['０６', 12, '１２'],
	])('%s → %s', (text, value, expected) => {
		const digits = text.replace('年', '');
		const script = /^[0-9]/.test(text) ? 'arabic' : /^[０-９]/.test(text) ? 'fullwidth' : 'han';
		expect(writeDatePart(value, { value: 1, start: 0, end: digits.length, script }, text)).toBe(expected);
	});

	it('a long text costs no more than its length', () => {
		const text = '二十六日'.repeat(50_000);
		const begin = performance.now();
		expect(scanDays(text)).toHaveLength(50_000);
		expect(performance.now() - begin).toBeLessThan(2_000);
	});
});
