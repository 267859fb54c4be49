import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '数字两边的空格',
		paragraphs: [{ text: '全市一般公共预算收入 420.6 亿元，增长5.2%。' }],
		fixed: '全市一般公共预算收入420.6亿元，增长5.2%。',
	},
	{
		kind: 'bad',
		title: '日期里的空格',
		paragraphs: [{ text: '截至2026年 10月底，项目全部开工。' }],
		fixed: '截至2026年10月底，项目全部开工。',
	},
	{ kind: 'good', title: '标准号', paragraphs: [{ text: '按照 GB/T 9704 执行，使用 WPS 2019 软件，收入420.6亿元。' }] },
];
