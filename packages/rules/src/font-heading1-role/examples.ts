import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '黑体', paragraphs: [{ text: '一、上半年预算执行情况', role: 'heading-1', font: '黑体' }] },
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
