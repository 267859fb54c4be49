import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headingMark, parseHeadingMark } from '../src/index.ts';

describe('heading marks', () => {
	it.each([
		['一、总体情况', 1, 'correct', 1, '一、'],
		['　　十二、下一步安排', 1, 'correct', 12, '十二、'],
		['（三）加强监督。', 2, 'correct', 3, '（三）'],
		['1.完善制度', 3, 'correct', 1, '1.'],
		['（4）其他事项', 4, 'correct', 4, '（4）'],
		['①收入', 5, 'correct', 1, '①'],
		['一.总体情况', 1, 'han-period', 1, '一、'],
		['二．总体情况', 1, 'han-period', 2, '二、'],
		['一，总体情况', 1, 'han-comma', 1, '一、'],
		['第一、总体情况', 1, 'ordinal-word', 1, '一、'],
		['（一）、总体情况', 2, 'paren-comma', 1, '（一）'],
		['(一)总体情况', 2, 'paren-half', 1, '（一）'],
		['(1)总体情况', 4, 'paren-half', 1, '（1）'],
		['1、完善制度', 3, 'arabic-dunhao', 1, '1.'],
		['1．完善制度', 3, 'arabic-fullwidth-period', 1, '1.'],
		['⑴其他', 4, 'arabic-paren-enclosed', 1, '（1）'],
		['㈠其他', 2, 'arabic-paren-enclosed', 1, '（一）'],
		['１.其他', 3, 'other', 1, '1.'],
		['1）其他', 4, 'other', 1, '（1）'],
		['1.1 概况', 4, 'other', 1, '（1）'],
	])('%s', (text, level, form, ordinal, canonical) => {
		expect(parseHeadingMark(text)).toMatchObject({ level, form, ordinal, canonical });
	});

	it.each([
		'1.5亿元的缺口',
		'1、2、3月份',
		'一是加强',
		'2026年工作',
		'三五个',
		'第一，要',
		'（草案）',
		'',
		'　　',
		'一般公共预算',
	])('is none: %s', (text) => expect(parseHeadingMark(text)).toBeNull());

	it('reads back what it writes, and its range is the mark', () => {
		fc.assert(
			fc.property(fc.constantFrom(1, 2, 3, 4), fc.integer({ min: 1, max: 199 }), (level, ordinal) => {
				const canonical = headingMark(level as 1 | 2 | 3 | 4, ordinal);
				const mark = parseHeadingMark(`　　${canonical}加强`);
				expect(mark).toMatchObject({ level, ordinal, canonical, form: 'correct', start: 2, end: 2 + canonical.length });
			}),
		);
	});
});
