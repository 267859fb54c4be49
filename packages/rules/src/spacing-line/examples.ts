import type { RuleExample } from '@bianxu/model';

const text = '上半年，全市一般公共预算收入完成126.5亿元。';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '固定值 28.95 磅', paragraphs: [{ text }] },
	{ kind: 'good', title: '固定值 28 磅', paragraphs: [{ text, line: 560 }] },
	{ kind: 'good', title: '单倍行距，对齐行网格', paragraphs: [{ text, line: 240, lineRule: 'auto' }] },
	{ kind: 'bad', title: '1.5 倍行距', paragraphs: [{ text, line: 360, lineRule: 'auto' }], fixed: text },
	{ kind: 'bad', title: '固定值 30 磅，每面排不下 22 行', paragraphs: [{ text, line: 600 }], fixed: text },
	{
		kind: 'bad',
		title: '没有网格的单倍行距',
		paragraphs: [{ text, line: 240, lineRule: 'auto' }],
		page: { gridType: 0 },
		fixed: text,
	},
];
