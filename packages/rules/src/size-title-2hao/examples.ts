import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '二号',
		paragraphs: [{ text: '关于预算执行情况的报告', role: 'title', font: '方正小标宋简体', size: 22 }],
	},
	{
		kind: 'bad',
		title: '三号',
		paragraphs: [{ text: '关于预算执行情况的报告', role: 'title', font: '方正小标宋简体', size: 16 }],
		fixed: '关于预算执行情况的报告',
	},
	{
		kind: 'bad',
		title: '小二',
		paragraphs: [{ text: '关于预算执行情况的报告', role: 'title', font: '方正小标宋简体', size: 18 }],
	},
];
