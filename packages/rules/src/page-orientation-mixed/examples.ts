import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '纵向', paragraphs: [{ text: '上半年经济运行平稳。' }] },
	{
		kind: 'good',
		title: '横向页面上是表格',
		paragraphs: [{ text: '指标', where: 'table' }],
		page: { width: 297, height: 210, landscape: 1 },
	},
	{
		kind: 'bad',
		title: '横向页面上只有文字',
		paragraphs: [{ text: '上半年经济运行平稳。' }],
		page: { width: 297, height: 210, landscape: 1 },
	},
	{
		kind: 'bad',
		title: '竖排的文稿被设成横向',
		paragraphs: [{ text: '关于预算执行情况的报告', role: 'title' }, { text: '上半年经济运行平稳。' }],
		page: { width: 297, height: 210, landscape: 1 },
	},
];
