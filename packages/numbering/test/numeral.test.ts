import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatHan, formatNumber, parseHan, scanArabic, scanHan } from '../src/index.ts';

describe('Han numerals', () => {
	it.each([
		[1, '一'],
		[10, '十'],
		[11, '十一'],
		[20, '二十'],
		[21, '二十一'],
		[100, '一百'],
		[101, '一百零一'],
		[105, '一百零五'],
		[110, '一百一十'],
		[115, '一百一十五'],
		[1001, '一千零一'],
		[1010, '一千零一十'],
		[1100, '一千一百'],
		[9999, '九千九百九十九'],
	])('writes %i as %s and reads it back', (value, text) => {
		expect(formatHan(value)).toBe(text);
		expect(parseHan(text)).toBe(value);
	});

	it('reads every number it writes, 1 to 9999', () => {
		for (let value = 1; value <= 9999; value++) expect(parseHan(formatHan(value))).toBe(value);
	});

	it.each([
		['一百〇五', 105],
		['一百○五', 105],
		['一○五', 105],
		['二〇二六', 2026],
		['二〇', 20],
		['两', 2],
		['两百零三', 203],
		['一百十五', 115],
		['一千零十', 1010],
	])('reads the variant %s', (text, value) => expect(parseHan(text)).toBe(value));

	it.each([
		'',
		'廿',
		'廿一',
		'零',
		'〇五',
		'三五',
		'一百五',
		'十十',
		'百',
		'百五',
		'二十两',
		'十百',
		'一千零一百',
		'一百零',
		'十零五',
		'五零零零零',
	])('rejects %s', (text) => expect(parseHan(text)).toBeNull());

	it('never throws and never reads zero or more than 9999', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'〇○零一二两三九十百千万廿') }), (text) => {
				const value = parseHan(text);
				expect(value === null || (value >= 1 && value <= 9999)).toBe(true);
			}),
		);
	});

	it('scans at a place and refuses a run that is no number', () => {
		expect(scanHan('之十二，', 1)).toEqual({ value: 12, start: 1, end: 3, script: 'han' });
		expect(scanHan('三五个', 0)).toBeNull();
		expect(scanArabic('１２份', 0)).toEqual({ value: 12, start: 0, end: 2, script: 'fullwidth' });
		expect(scanArabic('012', 0)).toBeNull();
		expect(scanArabic('123456', 0)).toBeNull();
		expect(formatNumber(12, 'fullwidth')).toBe('１２');
	});
});
