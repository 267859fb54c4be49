import fc from 'fast-check';
import type { Where } from '@bianxu/model';
import { flattenHeadings } from '@bianxu/model';
import { describe, expect, it } from 'vitest';
import { recognise } from '../src/index.ts';
import { docOf, type Stated } from './doc-of.ts';

const pieces = [
	'一、',
	'（一）',
	'1.',
	'（1）',
	'附件',
	'附件：',
	'：',
	'。',
	'；',
	'——',
	'会议材料之三',
	'以上报告，请予审议。',
	'2026年11月16日',
	'滨江市人民政府',
	'主任、各位副主任',
	'各位委员：',
	'关于',
	'报告',
	'决定（草案）',
	'第二十三次会议上',
	'在',
	'（',
	'）',
	'\n',
	'\f',
	' ',
	'　',
	'市长',
	'王振海',
	'表1',
	'图1',
	'单位：个',
	'抄送：',
	'任命',
	'为',
	'职务',
	'〔2026〕',
	'号',
	'𠮷',
	'\ud800',
	'a',
	'0',
];
const words = fc.oneof(
	fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join('')),
	fc.string({ maxLength: 60 }),
	fc.constantFrom('', '附件', '附件1', '一、基本情况'),
);
const paragraph: fc.Arbitrary<Stated> = fc.record(
	{
		text: words,
		where: fc.constantFrom<Where>(
			'body',
			'body',
			'body',
			'table',
			'textbox',
			'header',
			'footer',
			'footnote',
			'endnote',
		),
		size: fc.constantFrom(0, 10.5, 16, 22, 42),
		color: fc.constantFrom('auto', 'FF0000'),
		alignment: fc.constantFrom('left', 'center', 'right', 'justify', 'distribute'),
		style: fc.constantFrom('', 'Normal', 'heading 1', 'heading 9', 'Title', 'toc 1'),
		label: fc.constantFrom('一、', '（一）', '1.', '•', '', '第一章'),
		image: fc.boolean(),
		pageBreakBefore: fc.boolean(),
	},
	{ requiredKeys: ['text'] },
);
const templates = fc.constantFrom('auto', 'base', 'work-report', 'duty-report', 'appointment');

describe('any document', () => {
	it('gets one role for each paragraph, and marks and ends inside their text', () => {
		fc.assert(
			fc.property(fc.array(paragraph, { maxLength: 40 }), templates, (lines, template) => {
				const doc = docOf(lines);
				const outline = recognise(doc, { template });
				expect(outline.claims.map(({ block }) => block)).toEqual(doc.paragraphs.map(({ block }) => block));
				for (const claim of outline.claims) {
					const length = doc.paragraphs[claim.block]?.text.length ?? 0;
					expect(claim.confidence).toBeGreaterThanOrEqual(0);
					expect(claim.confidence).toBeLessThanOrEqual(1);
					expect(claim.evidence.length).toBeGreaterThan(0);
					expect(claim.mark?.end ?? 0).toBeLessThanOrEqual(length);
					expect(claim.runInEnd ?? 0).toBeLessThanOrEqual(length);
				}
			}),
			{ numRuns: 500 },
		);
	});

	it('has a heading tree in document order, children within their parents', () => {
		fc.assert(
			fc.property(fc.array(paragraph, { maxLength: 40 }), (lines) => {
				const { headings } = recognise(docOf(lines), { template: 'auto' });
				const flat = flattenHeadings(headings).map(({ block }) => block);
				expect(flat).toEqual([...flat].sort((a, b) => a - b));
				for (const node of flattenHeadings(headings)) {
					expect(node.lastBlock).toBeGreaterThanOrEqual(node.block);
					for (const child of node.children) {
						expect(child.level).toBeGreaterThan(node.level);
						expect(child.lastBlock).toBeLessThanOrEqual(node.lastBlock);
					}
				}
			}),
			{ numRuns: 300 },
		);
	});

	it('answers the same twice', () => {
		fc.assert(
			fc.property(fc.array(paragraph, { maxLength: 20 }), (lines) => {
				const doc = docOf(lines);
				expect(recognise(doc, { template: 'auto' })).toEqual(recognise(doc, { template: 'auto' }));
			}),
			{ numRuns: 50 },
		);
	});

	it('is read in time that grows with its length', () => {
		const long = docOf(
			Array.from({ length: 20_000 }, (_, index) => `（${(index % 9) + 1}）加强领导。${'任命、'.repeat(60)}`),
		);
		const start = process.cpuUsage();
		recognise(long, { template: 'auto' });
		expect(process.cpuUsage(start).user / 1000).toBeLessThan(5_000);
	});

	it('is not slowed by lines made to be cut in many ways', () => {
		const dense = [
			'、'.repeat(69),
			`${'局长、'.repeat(22)}王`,
			`${'甲 '.repeat(34)}`,
			`任命${'为'.repeat(190)}`,
			`——${'会议'.repeat(90)}`,
		];
		const title: Stated = { text: '关于农村公路建设情况的报告', size: 22 };
		const start = process.cpuUsage();
		for (const line of dense)
			recognise(docOf([title, ...Array.from({ length: 300 }, () => line)]), { template: 'auto' });
		expect(process.cpuUsage(start).user / 1000).toBeLessThan(2_000);
	});
});
