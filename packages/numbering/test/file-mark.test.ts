import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFileMark, parseFileMark, parseMaterialLabel } from '../src/index.ts';

const form = '会议材料之{n}';

describe('file marks', () => {
	it.each([
		['会议材料之三', '3', 'configured'],
		['会议材料之七-2', '7-2', 'configured'],
		['　会议材料之 三', '3', 'configured'],
		['滨江市第十六届人大常委会第十二次会议文件（三）', '3', 'session-paren'],
		['滨江市第十六届人大常委会第十二次会议文件(三)', '3', 'session-paren'],
		['望海县第十八届人大常委会第九次会议文件之三', '3', 'session-zhi'],
		['第十二次会议文件一', '1', 'session-bare'],
		['会议文件（3）', '3', 'paren'],
		['材料三', '3', 'bare'],
		['补充材料（一）', '补1', 'supplement'],
	])('%s', (text, label, markForm) => expect(parseFileMark(text, form)).toMatchObject({ label, form: markForm }));

	it.each(['会议材料', '会议材料之三见附件', '关于会议材料之三的说明', '文件三份', '第三项议程', '会议材料之廿'])(
		'is none: %s',
		(text) => expect(parseFileMark(text, form)).toBeNull(),
	);

	it('a text with the number in the middle, or in Arabic, is a form as well', () => {
		expect(parseFileMark('（第12号材料）', '（第{arabic}号材料）')).toMatchObject({ label: '12', form: 'configured' });
		expect(parseFileMark('(第12号材料)', '（第{arabic}号材料）')?.span).toMatchObject({ start: 2, end: 4 });
	});

	it('reads back what it writes', () => {
		const number = fc.record({
			series: fc.constantFrom('main' as const, 'supplement' as const),
			parts: fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 3 }),
		});
		fc.assert(
			fc.property(
				number,
				fc.constantFrom(form, '文件（{n}）', '会议文件{arabic}', '第二十三次会议文件{n}'),
				(value, any) => {
					const mark = parseFileMark(formatFileMark(any, value), any);
					expect(mark?.number).toEqual(value);
					expect(parseMaterialLabel(mark?.label ?? '')).toEqual(value);
				},
			),
		);
	});
});
