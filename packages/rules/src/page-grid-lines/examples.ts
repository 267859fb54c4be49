import type { RuleExample } from '@bianxu/model';

const text = '上半年，全市一般公共预算收入完成126.5亿元。';
const single = { line: 240, lineRule: 'auto' } as const;

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '单倍行距，网格 28.95 磅', paragraphs: [{ text, ...single }] },
	{ kind: 'good', title: '固定值行距时网格不起作用', paragraphs: [{ text }], page: { gridType: 1, linePitch: 312 } },
	{
		kind: 'bad',
		title: '单倍行距，Word 默认网格 15.6 磅',
		paragraphs: [{ text, ...single }],
		page: { gridType: 1, linePitch: 312 },
		fixed: text,
	},
	{
		kind: 'bad',
		title: '网格 30 磅，每面只有 21 行',
		paragraphs: [{ text, ...single }],
		page: { linePitch: 600 },
		fixed: text,
	},
];
