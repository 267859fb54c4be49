import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '百分数',
		paragraphs: [{ text: '预计全年增长15～30%。' }],
	},
	{ kind: 'bad', title: '亿', paragraphs: [{ text: '每年投入9—16亿元。' }] },
	{
		kind: 'good',
		title: '两边都写；整数',
		paragraphs: [{ text: '预计增长15%～30%，每年投入9亿～16亿元，1—9月安排3～5人。' }],
	},
];
