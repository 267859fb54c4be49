import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatHan, mayCitePacket, nounOfForm, numbersWritten, scanReferences } from '../src/index.ts';

/** kind, whole mention, numbers as written; sessions (X27) are left out unless asked for. */
function read(text: string, withSessions = false): unknown {
	return scanReferences(text)
		.filter((each) => withSessions || each.kind !== 'X27')
		.map((each) => {
			const row: unknown[] = [each.kind, text.slice(each.start, each.end), numbersWritten(text, each.terms)];
			if (each.protection !== null) row.push(each.protection);
			return row;
		});
}

describe('materials, X7 to X9', () => {
	it.each([
		['详见会议文件（三）。', [['X7', '会议文件（三）', '三']]],
		['详见会议文件(3)。', [['X7', '会议文件(3)', '3']]],
		['见会议文件之三', [['X7', '会议文件之三', '三']]],
		['见文件三', [['X7', '文件三', '三']]],
		['见会议材料之十二，', [['X8', '会议材料之十二', '十二']]],
		['（会议材料之七-2）', [['X8', '会议材料之七-2', '七-2']]],
		['参见材料五。', [['X8', '材料五', '五']]],
		['本次会议文件（五）附件2', [['X9', '会议文件（五）附件2', '五']]],
		['会议材料之三至之五', [['X8', '会议材料之三至之五', '三至五']]],
		['会议材料之三至会议材料之五', [['X8', '会议材料之三至会议材料之五', '三至五']]],
		['会议材料之三、五、七已印发', [['X8', '会议材料之三、五、七', '三、五、七']]],
		['会议材料之三、之五和之七', [['X8', '会议材料之三、之五和之七', '三、五、七']]],
		['会议文件（三）至（五）', [['X7', '会议文件（三）至（五）', '三至五']]],
		['会议文件（三、五至七）', [['X7', '会议文件（三、五至七）', '三、五至七']]],
		['补充材料（一）', [['X8', '补充材料（一）', '一']]],
		['会议材料之三一并审议', [['X8', '会议材料之三', '三']]],
	])('%s', (text, expected) => expect(read(text)).toEqual(expected));

	it.each([
		'文件三份，材料五份，有关文件一律退回',
		'材料一并报送，文件一式三份',
		'申报材料三、佐证材料四',
		'会议材料之廿',
		'会议材料（征求意见稿）',
		'第三项措施，第三次分配，（三）加强监督',
		'代表1名，地图2幅',
	])('finds no material in: %s', (text) => {
		expect(scanReferences(text).filter(({ kind }) => kind === 'X7' || kind === 'X8' || kind === 'X9')).toEqual([]);
	});

	it('ends a list where something else begins', () => {
		expect(read('会议材料之三、五年规划')).toEqual([['X8', '会议材料之三', '三']]);
		expect(read('会议材料之三，五年来')).toEqual([['X8', '会议材料之三', '三']]);
		expect(read('会议材料之三、四个方面')).toEqual([['X8', '会议材料之三', '三']]);
	});

	it('marks what must stay as it is', () => {
		expect(read('上次会议材料之三指出')).toEqual([['X8', '会议材料之三', '三', 'other-session']]);
		expect(read('决议指出：“会议材料之三所列问题限期整改。”会议材料之四')).toEqual([
			['X8', '会议材料之三', '三', 'quotation'],
			['X8', '会议材料之四', '四'],
		]);
		expect(read('「会议材料之三」')).toEqual([['X8', '会议材料之三', '三', 'quotation']]);
		expect(read('“会议材料之三所列')).toEqual([['X8', '会议材料之三', '三', 'open-quotation']]);
		expect(read('主任会议材料之三')).toEqual([['X8', '会议材料之三', '三', 'other-papers']]);
		expect(read('培训材料之三')).toEqual([['X8', '材料之三', '三', 'other-papers']]);
		const [earlier] = scanReferences('第二十二次会议材料之三').filter(({ kind }) => kind === 'X8');
		expect(earlier?.session?.meeting?.value).toBe(22);
		expect(scanReferences('会议材料之十一并审议')[0]?.doubt).toBe('numeral-end');
	});

	it('binds the title that stands beside', () => {
		const title = (text: string): string | undefined =>
			scanReferences(text).find(({ kind }) => kind === 'X8')?.title?.text;
		expect(title('《审计工作报告》（会议材料之七）')).toBe('审计工作报告');
		expect(title('《审计工作报告》（见会议材料之七）')).toBe('审计工作报告');
		expect(title('会议材料之七《审计工作报告》')).toBe('审计工作报告');
		expect(title('会议材料之七，《预算法》规定')).toBeUndefined();
	});

	it('keeps the place of digits only', () => {
		const text = '请见会议材料之三、之十二。';
		const [first] = scanReferences(text);
		expect(first?.terms.map(({ from }) => text.slice(from.start, from.end))).toEqual(['三', '十二']);
	});
});

describe('agenda, X10, and counts, X18', () => {
	it.each([
		['现在进行第三项议程', [['X10', '第三项议程', '三']]],
		['议程第三项', [['X10', '议程第三项', '三']]],
		['第3项议题', [['X10', '第3项议题', '3']]],
		['第三、四项议程', [['X10', '第三、四项议程', '三、四']]],
		['第三项、第四项议程', [['X10', '第三项、第四项议程', '三、四']]],
		['第三项议程、第四项议程', [['X10', '第三项议程、第四项议程', '三、四']]],
		['第三项至第五项议程', [['X10', '第三项至第五项议程', '三至五']]],
		['第三项议程至第五项议程', [['X10', '第三项议程至第五项议程', '三至五']]],
		['第三项措施', []],
		['上次会议第三项议程', [['X10', '第三项议程', '三', 'other-session']]],
		[
			'本次会议共九项议程、印发材料二十八份。',
			[
				['X18', '九项议程', '九'],
				['X18', '材料二十八份', '二十八'],
			],
		],
		['共有28份会议材料', [['X18', '28份会议材料', '28']]],
		['前三项议程', []],
		['上述三项措施', [['X18', '上述三项', '三']]],
	])('%s', (text, expected) => expect(read(text)).toEqual(expected));
});

describe('parts of the text, law and words', () => {
	it.each([
		['详见附件2', [['X1', '附件2', '2']]],
		['（附件1）', [['X2', '附件1', '1']]],
		['附件1、2和3', [['X3', '附件1、2和3', '1、2、3']]],
		['附件1至3', [['X3', '附件1至3', '1至3']]],
		['附件3-1', [['X4', '附件3-1', '3-1']]],
		['附件：1.名单', [['X29', '附件：', '']]],
		[
			'附表1和附录A',
			[
				['X6', '附表1', '1'],
				['X6', '附录A', ''],
			],
		],
		[
			'本报告第二部分',
			[
				['X21', '本报告', ''],
				['X11', '第二部分', '二'],
			],
		],
		['第二部分第（三）项第1点', [['X13', '第二部分第（三）项第1点', '二、三、1']]],
		[
			'《监督法》第三条第（五）项',
			[
				['X22', '《监督法》', ''],
				['X14', '第三条第（五）项', '三、五', 'law'],
			],
		],
		[
			'如表2所示，见图3-1',
			[
				['X15', '表2', '2'],
				['X16', '图3-1', '3-1'],
			],
		],
		[
			'见第3页，本材料第4—6页',
			[
				['X17', '第3页', '3'],
				['X24', '第4—6页', '4至6'],
			],
		],
		[
			'一是加强领导；二是落实责任',
			[
				['X19', '一是', '一'],
				['X19', '二是', '二'],
			],
		],
		['（以下简称《条例》）', [['X23', '（以下简称《条例》）', '']]],
		['滨人发〔2026〕5号文件三份', [['X26', '〔2026〕5号文件', '5']]],
		[
			'名单附后（书面）',
			[
				['X5', '名单附后', ''],
				['X32', '（书面）', ''],
			],
		],
	])('%s', (text, expected) => expect(read(text)).toEqual(expected));

	it('names sessions beside', () => {
		expect(read('第十一次会议', true)).toEqual([['X27', '第十一次会议', '十一']]);
	});
});

describe('properties', () => {
	it('replacing the digits of a reference is read back as the new number', () => {
		const number = fc.integer({ min: 1, max: 999 });
		fc.assert(
			fc.property(
				number,
				number,
				fc.constantFrom('会议材料之N。', '会议文件（N）', '第N项议程', '见会议材料之N，'),
				(from, to, form) => {
					const text = form.replace('N', formatHan(from));
					const span = scanReferences(text)[0]?.terms[0]?.from;
					expect(span?.value).toBe(from);
					const next = text.slice(0, span?.start) + formatHan(to) + text.slice(span?.end);
					expect(next).toBe(form.replace('N', formatHan(to)));
					expect(scanReferences(next)[0]?.terms[0]?.from.value).toBe(to);
				},
			),
		);
	});

	it('mentions are in order, inside the text, and their digits inside them', () => {
		const word = fc.constantFrom(
			...'会议材料文件之三五（）第项程至、，“”《》附12次上届表见条',
			'会议材料',
			'第二十二次会议',
		);
		fc.assert(
			fc.property(fc.array(word, { maxLength: 40 }), (words) => {
				const text = words.join('');
				for (const each of scanReferences(text)) {
					expect(each.start >= 0 && each.start < each.end && each.end <= text.length).toBe(true);
					for (const { from, to } of each.terms) {
						for (const span of to === null ? [from] : [from, to]) {
							expect(span.start >= each.start && span.end <= each.end && span.start < span.end).toBe(true);
						}
					}
				}
			}),
			{ numRuns: 500 },
		);
	});

	it('a text that may not cite the packet holds none of its forms', () => {
		const pieces = '会议材料文件之三五（）第项程至、，“”《》附件12次上一份届表见条共有前款';
		const word = fc.constantFrom(...pieces, '议程', '材料', '附件', '参阅件', '议题', '九项');
		const judged = new Set(['X1', 'X2', 'X3', 'X7', 'X8', 'X9', 'X10', 'X22']);
		let without = 0;
		fc.assert(
			fc.property(fc.array(word, { maxLength: 12 }), (words) => {
				const text = words.join('');
				if (mayCitePacket(text, ['参阅件'])) return;
				without += 1;
				const found = scanReferences(text, { nouns: ['参阅件'] });
				expect(found.filter(({ kind, counts }) => judged.has(kind) || counts !== null)).toEqual([]);
			}),
			{ numRuns: 3000 },
		);
		expect(without).toBeGreaterThan(300);
	});

	it.each([
		'《',
		'“',
		'‘',
		'第',
		'会议材料之三、',
		'材料三和',
		'上次会议材料之三',
		'第三项至',
		'一',
		'（',
		'附件1、',
		'第三条',
		'"',
		'次',
	])('is linear on a long run of %s', (unit) => {
		const text = unit.repeat(Math.ceil(200_000 / unit.length));
		const started = process.cpuUsage();
		scanReferences(text);
		expect(process.cpuUsage(started).user / 1000).toBeLessThan(3000);
	});

	it('takes the noun from the form of the file mark', () => {
		expect(nounOfForm('会议材料之{n}')).toBe('会议材料');
		expect(nounOfForm('第二十三次会议文件{n}')).toBe('文件');
		expect(nounOfForm('参阅件（{arabic}）')).toBe('参阅件');
		expect(scanReferences('见参阅件（3）', { nouns: ['参阅件'] })[0]?.noun).toBe('参阅件');
	});
});
