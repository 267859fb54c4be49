// Longer than 500 lines on purpose: a list of cases, one entry a golden page; nothing in it calls anything else.
import type { NoteReference } from '@bianxu/model';
import { type Part, pictureAt, type TablePart } from './material.ts';

export const BODY =
	'今年以来，市人民政府坚持以习近平新时代中国特色社会主义思想为指导，认真落实市委决策部署和市人大常委会审议意见，统筹推进稳增长、促改革、惠民生、防风险各项工作，全市经济运行总体平稳、稳中有进。';

export const FRONT: readonly Part[] = [
	{ role: 'file-mark', text: '会议材料之三' },
	{ role: 'title', text: '滨江市人民政府关于2026年国民经济和社会发展计划上半年执行情况的报告' },
	{ role: 'caption', text: '——2026年11月26日在滨江市第十七届人大常委会第二十三次会议上' },
	{ role: 'author', text: '市发展和改革委员会主任　高建业' },
	{ role: 'salutation', text: '主任、各位副主任、秘书长、各位委员：' },
];

/** A case: a name and a material. */
export interface LayoutCase {
	readonly name: string;
	readonly parts: readonly (Part | TablePart)[];
}

const lines = (count: number, text = '前面各段都只有一行。'): readonly Part[] =>
	Array.from({ length: count }, (): Part => ({ role: 'body', text }));

const titled = (text: string): readonly Part[] => [
	{ role: 'title', text },
	{ role: 'body', text: '正文从这里开始。' },
];

const footnote = (id: string, at: number): readonly NoteReference[] => [
	{ at, note: { kind: 'footnote', id }, label: id },
];

const noteText = (id: string, text: string): Part => ({
	role: 'note-text',
	where: 'footnote',
	text,
	note: { kind: 'footnote', id },
});

const amounts = (values: readonly string[], alignment: 'center' | 'right' | 'left'): TablePart => ({
	headRows: 1,
	columns: [4400, 4400],
	alignment,
	rows: [['项目', '金额'], ...values.map((value, index) => [`第${index + 1}项`, value])],
});

const WIDE: TablePart = {
	headRows: 1,
	columns: Array.from({ length: 14 }, () => 1100),
	rows: [
		Array.from({ length: 14 }, (_, column) => (column === 0 ? '地区' : `指标名称${column}`)),
		...Array.from({ length: 24 }, (_, row) =>
			Array.from({ length: 14 }, (__, column) =>
				column === 0 ? `第${row + 1}镇` : String(100000 + row * 1370 + column * 17),
			),
		),
	],
};

/** What the pages of real reports have beside plain text. */
const MORE: readonly LayoutCase[] = [
	{
		name: 'heading-as-long-as-text-parts-at-a-page-end',
		parts: [
			...lines(19),
			{ role: 'heading-3', text: `1．${BODY}${BODY}` },
			{ role: 'heading-3', text: '2．加快补齐民生短板' },
			{ role: 'body', text: BODY },
		],
	},
	{
		name: 'own-contents',
		parts: [
			{ role: 'title', text: '关于2026年上半年计划执行情况的报告' },
			{ role: 'toc', text: '目　录', style: 'toc heading' },
			{ role: 'toc', text: '一、上半年计划执行情况\t1', style: 'toc 1', pageField: [12, 13] },
			{ role: 'toc', text: '（一）主要指标\t1', style: 'toc 2', pageField: [8, 9] },
			{ role: 'toc', text: '（二）存在的困难和问题……………7', style: 'toc 2' },
			{
				role: 'toc',
				text: '二、下半年工作措施以及全面完成全年国民经济和社会发展计划的各项保障\t12',
				style: 'toc 1',
				pageField: [34, 36],
			},
			{ role: 'body', text: BODY, pageBreakBefore: true },
			{ role: 'heading-1', text: '一、上半年计划执行情况' },
			{ role: 'heading-2', text: '（一）主要指标' },
			...lines(30),
			{ role: 'heading-2', text: '（二）存在的困难和问题。困难不少。', runInEnd: 12 },
			...lines(20),
			{ role: 'heading-1', label: '二、', text: '下半年工作措施以及全面完成全年国民经济和社会发展计划的各项保障' },
			{ role: 'body', text: BODY },
		],
	},
	{ name: 'title-one-line', parts: titled('滨江市人民政府工作报告') },
	{ name: 'title-two-lines', parts: titled('滨江市人民政府关于2026年上半年国民经济和社会发展计划执行情况的报告') },
	{
		name: 'title-three-lines',
		parts: titled(
			'滨江市人民政府关于贯彻实施《中华人民共和国乡村振兴促进法》和省乡村振兴促进条例情况及审议意见办理落实情况的报告',
		),
	},
	{ name: 'title-barely-too-long', parts: titled('关于滨江市第十七届人大常委会第二十三次会议的报告') },
	{
		name: 'title-with-line-ends-of-the-source',
		parts: titled('滨江市人民代表大会财政经济委员会\n关于2026年市级预算调整方案（草案）的\n审查结果报告'),
	},
	{ name: 'title-with-a-year-range', parts: titled('滨江市2021年至2025年法治宣传教育规划实施情况中期评估报告') },
	{
		name: 'headings-of-four-levels',
		parts: [
			{ role: 'heading-1', text: '一、总体情况' },
			{ role: 'heading-2', text: '（一）主要指标' },
			{ role: 'heading-3', text: '1.工业' },
			{ role: 'heading-4', text: '（1）规模以上工业' },
			{ role: 'body', text: BODY },
		],
	},
	{
		name: 'heading-of-two-lines',
		parts: [
			{ role: 'heading-1', text: '一、坚持稳中求进工作总基调，全力以赴稳住经济基本盘，推动全市经济实现质的有效提升' },
			{ role: 'body', text: BODY },
		],
	},
	{
		name: 'run-in-heading-over-a-line-end',
		parts: [
			{ role: 'heading-2', text: `（三）持续推进重点领域改革，加快转变政府职能，优化营商环境。${BODY}`, runInEnd: 29 },
		],
	},
	{
		name: 'salutation-after-title',
		parts: [...FRONT, { role: 'body', text: BODY }, { role: 'closing', text: '以上报告，请审议。' }],
	},
	{
		name: 'attachment-note-single-turned-line',
		parts: [
			{ role: 'body', text: BODY },
			{ role: 'attachment-note', text: '附件：滨江市2026年国民经济和社会发展计划主要指标上半年完成情况一览表' },
			{ role: 'signature', text: '滨江市人民政府' },
			{ role: 'date', text: '2026年11月14日' },
		],
	},
	{
		name: 'two-signatures',
		parts: [
			{ role: 'body', text: BODY },
			{ role: 'signature', text: '滨江市财政局' },
			{ role: 'signature', text: '滨江市审计局' },
			{ role: 'date', text: '2026年11月14日' },
		],
	},
	{
		name: 'imprint-on-an-even-page',
		parts: [
			{ role: 'body', text: BODY },
			{ role: 'imprint', text: '抄送：市委办公室，市政府办公室。' },
			{ role: 'imprint', text: '滨江市人大常委会办公室　2026年11月14日印发' },
		],
	},
	{
		name: 'imprint-at-the-foot-of-page-two',
		parts: [
			...lines(30),
			{ role: 'imprint', text: '抄送：市委办公室，市政府办公室。' },
			{ role: 'imprint', text: '滨江市人大常委会办公室　2026年11月14日印发' },
		],
	},
	{
		name: 'imprint-after-a-blank-page',
		parts: [
			...lines(44),
			{ role: 'imprint', text: '抄送：市委办公室，市政府办公室。' },
			{ role: 'imprint', text: '滨江市人大常委会办公室　2026年11月14日印发' },
		],
	},
	{
		name: 'dashes-and-ellipses',
		parts: [
			{
				role: 'body',
				text: '会议认为——这是多年来的共识——必须坚持问题导向……不断提高审议质量；各方面的意见、建议……都要逐条办理，逐条答复——一条也不能少。',
			},
		],
	},
	{
		name: 'brackets-and-quotation-marks',
		parts: [
			{
				role: 'body',
				text: '审议《滨江市“十五五”规划纲要（草案）》《关于“一府一委两院”工作的评议办法》，对“最多跑一次”“一网通办”（含掌上办）等改革提出“三个必须、四个到位”的要求（详见附件）。',
			},
		],
	},
	{
		name: 'numbers-units-and-latin',
		parts: [
			{
				role: 'body',
				text: '全年PM2.5平均浓度27.3μg/m³，同比下降5.6%；R&D经费占GDP比重3.12%，气温25℃以上的天数达128天，按GB/T 9704—2012和ISO 9001:2015的要求完成10～20亿元的投资，2026年11月26日前完成1,024.60万元。',
			},
		],
	},
	{
		name: 'one-character-never-alone',
		parts: [
			{ role: 'body', text: '滨江市人民代表大会常务委员会听取和审议工作报告并提出审议意见。' },
			{ role: 'body', text: BODY.slice(0, 27) },
		],
	},
	{
		name: 'names-with-blanks',
		parts: [
			{ role: 'name-entry', text: '主　　任：王明' },
			{ role: 'name-entry', text: '副 主 任：李　芳（女，回族）、阿卜杜拉·买买提、欧阳建国' },
		],
	},
	{ name: 'page-of-text-alone', parts: Array.from({ length: 12 }, (): Part => ({ role: 'body', text: BODY })) },
	{
		name: 'page-break-before',
		parts: [...lines(3), { role: 'body', text: '这一段另起一页。', pageBreakBefore: true }],
	},
	{
		name: 'closing-never-alone',
		parts: [
			...lines(21),
			{ role: 'body', text: BODY.slice(0, 40) },
			{ role: 'closing', text: '以上报告，请予审议。' },
			{ role: 'signature', text: '滨江市人民政府' },
			{ role: 'date', text: '2026年11月14日' },
		],
	},
	{
		name: 'hidden-text-is-left-out',
		parts: [{ role: 'body', text: '公开的文字，内部批注，公开的文字。', hidden: [6, 11] }],
	},
	{
		name: 'footnotes',
		parts: [
			...lines(12),
			{ role: 'body', text: BODY, notes: footnote('1', 12) },
			...lines(12),
			{ role: 'body', text: BODY, notes: footnote('2', 60) },
			noteText('1', '数据由市统计局提供，口径为规模以上工业企业。'),
			noteText('2', BODY),
		],
	},
	{
		name: 'footnotes-numbered-by-page',
		parts: [
			...Array.from({ length: 8 }, (_, n): Part => {
				const note = { kind: 'footnote' as const, id: String(n) };
				const byPage = ['①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧'];
				return { role: 'body', text: BODY, notes: [{ at: 20, note, label: byPage[n] ?? '', byPage }] };
			}),
			...Array.from(
				{ length: 8 },
				(_, n): Part => ({
					role: 'note-text',
					where: 'footnote',
					text: `第${n + 1}处说明。`,
					note: { kind: 'footnote', id: String(n) },
				}),
			),
		],
	},
	{
		name: 'footnote-longer-than-the-page',
		parts: [
			...lines(20),
			{ role: 'body', text: '见注。', notes: footnote('1', 2) },
			...lines(4),
			noteText('1', BODY.repeat(30)),
		],
	},
	{
		name: 'endnotes-and-notes-without-a-mark',
		parts: [
			{ role: 'body', text: BODY, notes: [{ at: 20, note: { kind: 'endnote', id: '1' }, label: 'i' }] },
			{ role: 'note-text', where: 'endnote', text: '见市政府令第12号。', note: { kind: 'endnote', id: '1' } },
			noteText('7', '没有引用标记的注。'),
		],
	},
	{
		name: 'text-box',
		parts: [
			{ role: 'body', text: '见框。', drawings: [{ kind: 'box', at: 2, framed: true }] },
			{ role: 'textbox', where: 'textbox', text: '信息专栏', alignment: 'center' },
			{ role: 'textbox', where: 'textbox', text: BODY },
			{ role: 'body', text: '框后的正文。' },
		],
	},
	{
		name: 'text-box-over-a-page-end',
		parts: [
			...lines(18),
			{ role: 'body', text: '见框。', drawings: [{ kind: 'box', at: 2, framed: true }] },
			{ role: 'textbox', where: 'textbox', text: BODY.repeat(2) },
		],
	},
	{
		name: 'pictures',
		parts: [
			{ role: 'body', text: '水源地分布如图，图例为所示。', drawings: [pictureAt(10, 30, 14)] },
			{ role: 'blank', text: '', drawings: [pictureAt(0, 300, 200)] },
			{ role: 'figure-caption', text: '图1　水源地分布' },
			{ role: 'blank', text: '', drawings: [pictureAt(0, 150, 90), pictureAt(0, 150, 90)] },
			{ role: 'body', text: BODY, drawings: [pictureAt(0, 900, 300, true), { kind: 'line', at: 0, width: null }] },
		],
	},
	{
		name: 'picture-kept-with-caption',
		parts: [
			...lines(14),
			{ role: 'blank', text: '', drawings: [pictureAt(0, 300, 220)] },
			{ role: 'figure-caption', text: '图2　项目进度' },
		],
	},
	{ name: 'table-decimals-centred', parts: [amounts(['1024.6', '98', '3.25', '12,345.678', '—'], 'center')] },
	{ name: 'table-decimals-right', parts: [amounts(['5.8%', '12.35%', '-0.4%'], 'right')] },
	{ name: 'table-mixed-column-stays', parts: [amounts(['1024.6', '约98', '3.25'], 'left')] },
	{ name: 'table-without-borders', parts: [{ ...amounts(['1', '2'], 'left'), borders: false }] },
	{
		name: 'table-turned-with-caption',
		parts: [
			...lines(2),
			{ role: 'table-caption', text: '表3　各镇主要指标' },
			{ role: 'unit-note', text: '单位：万元' },
			WIDE,
			{ role: 'body', text: '表后的正文回到竖页。' },
		],
	},
	{
		name: 'section-across',
		parts: [
			{ role: 'body', text: '竖页正文。' },
			{ role: 'attachment-label', text: '附件1', across: true },
			{ role: 'attachment-title', text: '重点项目一览表', across: true },
			{
				headRows: 1,
				columns: [3000, 9000],
				across: true,
				rows: [
					['项目', '内容'],
					['第1号工程', BODY],
				],
			},
			{ role: 'body', text: '回到竖页。' },
		],
	},
	{
		name: 'table-rows-cut-and-kept',
		parts: [
			...lines(12),
			{
				headRows: 1,
				columns: [2200, 6600],
				keptRows: [2],
				rows: [
					['意见', '办理情况'],
					['第一条', BODY.repeat(5)],
					['第二条（整行不断开）', BODY.repeat(5)],
				],
			},
		],
	},
	{
		name: 'table-merged-head',
		parts: [
			{
				headRows: 2,
				columns: [1600, 1800, 1800, 1800, 1800],
				spans: [
					[0, 0, 2, 1],
					[0, 1, 1, 2],
					[0, 3, 1, 2],
				],
				rows: [
					['单位', '收入', '', '支出', ''],
					['', '预算', '执行', '预算', '执行'],
					...Array.from({ length: 40 }, (_, row) => [`第${row + 1}单位`, '1200.5', '98.25', '7', String(row)]),
				],
			},
		],
	},
	{
		name: 'table-in-a-table',
		parts: [
			{ role: 'table-caption', text: '表1　项目安排情况' },
			{
				rows: [
					['项目', '资金安排'],
					['水源地保护', '分年度安排如下：'],
					['农村改厕', '无'],
				],
				headRows: 1,
				columns: [2400, 6400],
				nested: [
					[
						1,
						1,
						{
							rows: [
								['年度', '市级（万元）', '区级（万元）'],
								['2025', '1200.5', '800'],
								['2026', '980', '760.25'],
							],
							headRows: 1,
							columns: [1500, 2500, 2500],
							alignment: 'center',
						},
					],
				],
			},
			{ role: 'body', text: BODY },
		],
	},
	{
		name: 'table-in-a-table-over-two-pages',
		parts: [
			{
				rows: [
					['说明', ''],
					['资金', '资金由市级和区级共同承担，具体安排见右。'],
				],
				headRows: 1,
				columns: [4000, 4800],
				nested: [
					[
						1,
						0,
						{
							rows: Array.from({ length: 40 }, (_, n) => [`第${n + 1}笔`, `${n * 3 + 1}.5`]),
							headRows: 0,
							columns: [2000, 1800],
							spans: [[4, 0, 2, 1]],
						},
					],
				],
			},
			{ role: 'body', text: BODY },
		],
	},
	{
		name: 'table-with-picture',
		parts: [
			{
				headRows: 0,
				columns: [4400, 4400],
				rows: [
					['印章样式', ''],
					['说明', BODY],
				],
				pictures: [[0, 1, pictureAt(0, 100, 80)]],
			},
		],
	},
];

export const CASES: readonly LayoutCase[] = [
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
		name: 'attachment-note-and-signature-take-text-along',
		parts: [
			...lines(18),
			{ role: 'body', text: BODY.slice(0, 50) },
			{ role: 'attachment-note', text: '附件：1.项目清单' },
			{ role: 'attachment-note', text: '2.资金安排表' },
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
	...MORE,
];
