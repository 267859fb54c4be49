import { describe, expect, it } from 'vitest';
import { formatLabel } from '../src/index.ts';

// Columns 1, 10, 11, 20, 105: the table of measured values in ST_NumberFormat (ECMA-376 17.18.59).
const table: readonly (readonly [string, readonly string[]])[] = [
	['decimal', ['1', '10', '11', '20', '105']],
	['decimalZero', ['01', '10', '11', '20', '105']],
	['decimalFullWidth', ['１', '１０', '１１', '２０', '１０５']],
	['decimalEnclosedCircle', ['①', '⑩', '⑪', '⑳', '105']],
	['decimalEnclosedCircleChinese', ['①', '⑩', '⑪', '⑳', '105']],
	['decimalEnclosedParen', ['⑴', '⑽', '⑾', '⒇', '105']],
	['decimalEnclosedFullstop', ['⒈', '⒑', '⒒', '⒛', '105']],
	['ideographEnclosedCircle', ['㊀', '㊉', '11', '20', '105']],
	['chineseCounting', ['一', '十', '十一', '二十', '一○五']],
	['chineseCountingThousand', ['一', '十', '十一', '二十', '一百〇五']],
	['japaneseCounting', ['一', '十', '十一', '二十', '百五']],
	['ideographDigital', ['一', '一〇', '一一', '二〇', '一〇五']],
	['chineseLegalSimplified', ['壹', '壹拾', '壹拾壹', '贰拾', '壹佰零伍']],
	['ideographTraditional', ['甲', '癸', '11', '20', '105']],
	['taiwaneseCounting', ['一', '十', '十一', '二十', '一○五']],
	['taiwaneseCountingThousand', ['一', '十', '十一', '二十', '一百零五']],
	['taiwaneseDigital', ['一', '一○', '一一', '二○', '一○五']],
	['ideographLegalTraditional', ['壹', '壹拾', '壹拾壹', '貳拾', '壹佰零伍']],
	['ideographZodiac', ['子', '酉', '戌', '20', '105']],
	['ideographZodiacTraditional', ['甲子', '癸酉', '甲戌', '癸未', '105']],
	['upperRoman', ['I', 'X', 'XI', 'XX', 'CV']],
	['lowerLetter', ['a', 'j', 'k', 't', 'aaaaa']],
	['upperLetter', ['A', 'J', 'K', 'T', 'AAAAA']],
];

describe('list labels', () => {
	it.each(table)('%s', (format, expected) => {
		expect([1, 10, 11, 20, 105].map((value) => formatLabel(format, value))).toEqual(expected);
	});

	it('counts in ten thousands', () => {
		expect(formatLabel('chineseCountingThousand', 10_000)).toBe('一万');
		expect(formatLabel('chineseCountingThousand', 20_010)).toBe('二万〇一十');
		expect(formatLabel('chineseCountingThousand', 1_000_000)).toBe('1000000');
	});

	it('says by null that it does not know a format, and shows zero as a digit', () => {
		expect(formatLabel('thaiCounting', 3)).toBeNull();
		expect(formatLabel('bullet', 3)).toBe('');
		expect(formatLabel('chineseCounting', 0)).toBe('0');
	});
});
