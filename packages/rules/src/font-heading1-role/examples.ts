import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '黑体', paragraphs: [{ text: '一、上半年预算执行情况', role: 'heading-1', font: '黑体' }] },
	{
		kind: 'good',
		title: '决定的条款不是标题',
		paragraphs: [{ text: '一、清溪河流域保护坚持生态优先、绿色发展，统筹协调。', role: 'heading-1' }],
	},
	{
		kind: 'good',
		title: '议程的各项不是标题',
		paragraphs: [
			{ text: '一、审议计划执行情况的报告', role: 'heading-1' },
			{ text: '二、审议预算执行情况的报告', role: 'heading-1' },
			{ text: '三、审议人事任免案', role: 'heading-1' },
		],
	},
	{
		kind: 'bad',
		title: '仿宋',
		paragraphs: [{ text: '一、上半年预算执行情况', role: 'heading-1' }],
		fixed: '一、上半年预算执行情况',
	},
	{
		kind: 'bad',
		title: '微软雅黑',
		paragraphs: [{ text: '一、上半年预算执行情况', role: 'heading-1', font: '微软雅黑' }],
	},
];
