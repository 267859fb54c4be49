import { describe, expect, test } from 'vitest';
import { composePrint, type Composition } from '../src/compose.ts';
import { geometryOf } from '../src/geometry.ts';
import { layoutMaterial } from '../src/layout.ts';
import { materialOf, type Part, type TablePart } from './material.ts';
import { dump } from './page-text.ts';
import { plainFonts } from './plain-fonts.ts';
import { template } from './template.ts';

const geometry = geometryOf(template);

function framesOf(
	materials: readonly (readonly (Part | TablePart)[])[],
	composition: Partial<Composition> = {},
	missing = '',
) {
	const fonts = plainFonts(missing);
	const parts = materials.map((material, index) => {
		const { doc, outline } = materialOf(material);
		const laid = layoutMaterial(doc, outline, template, fonts);
		expect(laid.refusals).toEqual([]);
		const first = material[0];
		const label = first !== undefined && 'role' in first && first.role === 'file-mark' ? first.text : '';
		return {
			material: materials.length > 1 ? `m${index + 1}` : '',
			label,
			title: outline.title,
			laid,
			headings: new Map(),
		};
	});
	return composePrint(parts, template, fonts, {
		contents: false,
		numbering: 'material',
		recto: false,
		marked: false,
		...composition,
	}).frames;
}

const BODY =
	'今年以来，市人民政府坚持以习近平新时代中国特色社会主义思想为指导，认真落实市委决策部署和市人大常委会审议意见，统筹推进稳增长、促改革、惠民生、防风险各项工作，全市经济运行总体平稳、稳中有进。';

const FRONT: readonly Part[] = [
	{ role: 'file-mark', text: '会议材料之三' },
	{ role: 'title', text: '滨江市人民政府关于2026年国民经济和社会发展计划上半年执行情况的报告' },
	{ role: 'caption', text: '——2026年11月26日在滨江市第十七届人大常委会第二十三次会议上' },
	{ role: 'author', text: '市发展和改革委员会主任　高建业' },
	{ role: 'salutation', text: '主任、各位副主任、秘书长、各位委员：' },
];

const CASES: readonly { readonly name: string; readonly parts: readonly (Part | TablePart)[] }[] = [
	{
		name: 'work-report-first-page',
		parts: [
			...FRONT,
			{ role: 'body', text: BODY },
			{ role: 'heading-1', text: '一、计划执行情况' },
			{
				role: 'heading-2',
				text: '（一）经济运行稳中有进。上半年地区生产总值同比增长5.8%，规模以上工业增加值增长7.2%，社会消费品零售总额达到1024.6亿元。',
				runInEnd: 12,
			},
			{ role: 'heading-3', text: '1.工业。' },
			{ role: 'dash-item', text: '——坚持把发展经济的着力点放在实体经济上。' },
			{ role: 'closing', text: '以上报告，请予审议。' },
		],
	},
	{
		name: 'signature-shorter-than-date',
		parts: [
			{ role: 'body', text: BODY },
			{ role: 'signature', text: '市民政局' },
			{ role: 'date', text: '2026年11月14日' },
		],
	},
	{
		name: 'signature-longer-than-date',
		parts: [
			{ role: 'body', text: BODY },
			{ role: 'signature', text: '滨江市人民代表大会财政经济委员会' },
			{ role: 'date', text: '2026年11月14日' },
			{ role: 'note', text: '（此件公开发布）' },
		],
	},
	{
		name: 'signature-never-alone',
		parts: [
			...Array.from({ length: 20 }, (): Part => ({ role: 'body', text: '第一至二十段都只有一行。' })),
			{ role: 'body', text: `${BODY.slice(0, 46)}。` },
			{ role: 'signature', text: '滨江市人民政府' },
			{ role: 'date', text: '2026年11月14日' },
		],
	},
	{
		name: 'attachment-note-and-attachment',
		parts: [
			{ role: 'body', text: BODY },
			{ role: 'attachment-note', text: '附件：1.滨江市2026年国民经济和社会发展计划主要指标上半年完成情况一览表及说明' },
			{ role: 'attachment-note', text: '2.重点建设项目进展情况表' },
			{ role: 'attachment-label', text: '附件1' },
			{ role: 'attachment-title', text: '主要指标完成情况一览表' },
			{ role: 'body', text: '各项指标由市统计局提供。' },
		],
	},
	{
		name: 'heading-kept-with-next',
		parts: [
			...Array.from({ length: 21 }, (): Part => ({ role: 'body', text: '前面各段都只有一行。' })),
			{ role: 'heading-1', text: '二、下一步工作' },
			{ role: 'body', text: BODY },
		],
	},
	{
		name: 'widow-and-orphan',
		parts: [
			...Array.from({ length: 20 }, (): Part => ({ role: 'body', text: '前面各段都只有一行。' })),
			{ role: 'body', text: BODY.slice(0, 75) },
			{ role: 'body', text: BODY },
		],
	},
	{
		name: 'automatic-labels-and-superscript',
		parts: [
			{ role: 'heading-2', text: '完善质量评价机制', label: '（四）' },
			{ role: 'body', text: '新建校舍12000m2，投资3.6亿元。', superscript: [10, 11] },
			{ role: 'name-entry', text: '王　芳（女）', label: '1.' },
		],
	},
	{
		name: 'table-with-spans-over-two-pages',
		parts: [
			{ role: 'table-caption', text: '表1　重点项目进展情况' },
			{ role: 'unit-note', text: '单位：万元' },
			{
				headRows: 1,
				columns: [2400, 4200, 2244],
				spans: [[1, 0, 3, 1]],
				rows: [
					['类别', '项目名称', '完成投资'],
					...Array.from({ length: 30 }, (_, index): readonly string[] => [
						index < 3 ? '市政道路' : '民生实事',
						`第${index + 1}号改造提升工程`,
						String(1200 + index * 37),
					]),
				],
			},
			{ role: 'body', text: '以上项目均按计划推进。' },
		],
	},
	{
		name: 'table-with-a-merge-longer-than-a-page',
		parts: [
			{
				headRows: 1,
				columns: [2400, 4200, 2244],
				spans: [[1, 0, 34, 1]],
				rows: [
					['单位', '项目名称', '完成投资'],
					...Array.from({ length: 34 }, (_, index): readonly string[] => [
						'市住房和城乡建设局会同各区县人民政府',
						`第${index + 1}号改造提升工程`,
						String(1200 + index * 37),
					]),
				],
			},
		],
	},
	{
		name: 'table-without-widths-and-tall-cell',
		parts: [
			{
				headRows: 1,
				columns: [],
				rows: [
					['意见', '办理情况'],
					['完善投入保障机制', `${BODY}${BODY}${BODY}${BODY}${BODY}${BODY}${BODY}${BODY}${BODY}${BODY}`],
				],
			},
		],
	},
];

describe('layout', () => {
	for (const { name, parts } of CASES) {
		test(name, async () => {
			await expect(`${dump(framesOf([parts]), geometry)}\n`).toMatchFileSnapshot(`golden/${name}.txt`);
		});
	}

	test('packet-with-contents', async () => {
		const second: readonly Part[] = [
			{ role: 'file-mark', text: '会议材料之四' },
			{ role: 'title', text: '关于学前教育普及普惠发展情况的调研报告' },
			{ role: 'body', text: BODY },
		];
		const long = Array.from({ length: 8 }, (): Part => ({ role: 'body', text: BODY }));
		const frames = framesOf([[...FRONT, ...long], second], {
			contents: true,
			recto: true,
			numbering: 'packet',
			marked: true,
		});
		await expect(`${dump(frames, geometry)}\n`).toMatchFileSnapshot('golden/packet-with-contents.txt');
	});

	test('a character that the face lacks comes from another face, one that no face has refuses the print', () => {
		const { doc, outline } = materialOf([{ role: 'body', text: '王喆同志' }]);
		const helped = layoutMaterial(doc, outline, template, plainFonts('喆'));
		expect(helped.refusals).toEqual([]);
		expect(helped.fallbacks).toEqual([{ codePoint: 0x5586, block: 0, role: 'body', wanted: '仿宋', used: '宋体' }]);
		const without = plainFonts('喆');
		const refused = layoutMaterial(doc, outline, template, { ...without, fallback: [] });
		expect(refused.pages).toEqual([]);
		expect(refused.refusals.map(({ code, block }) => ({ code, block }))).toEqual([{ code: 'print-glyph', block: 0 }]);
	});

	test('what cannot be set is refused by name and place', () => {
		const { doc, outline } = materialOf([
			{ role: 'body', text: '见下图。' },
			{ role: 'body', text: '水源地分布', objects: ['image'] },
			{ role: 'body', text: '公式', objects: ['equation'] },
		]);
		const { refusals, pages } = layoutMaterial(doc, outline, template, plainFonts());
		expect(pages).toEqual([]);
		expect(refusals.map(({ code, block }) => ({ code, block }))).toEqual([
			{ code: 'print-image', block: 1 },
			{ code: 'print-equation', block: 2 },
		]);
		expect(refusals[0]?.message.zh).toContain('水源地分布');
	});
});
