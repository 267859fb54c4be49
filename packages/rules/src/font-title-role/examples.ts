import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '方正小标宋简体',
		paragraphs: [{ text: '关于2026年上半年预算执行情况的报告', role: 'title', font: '方正小标宋简体', size: 22 }],
	},
	{
		kind: 'good',
		title: '同一字体的 PostScript 名',
		paragraphs: [{ text: '关于2026年上半年预算执行情况的报告', role: 'title', font: 'FZXBSJW--GB1-0', size: 22 }],
	},
	{
		kind: 'bad',
		title: '标题用黑体',
		paragraphs: [{ text: '关于2026年上半年预算执行情况的报告', role: 'title', font: '黑体', size: 22 }],
		fixed: '关于2026年上半年预算执行情况的报告',
	},
	{
		kind: 'bad',
		title: '机关名称一行用了微软雅黑',
		paragraphs: [
			{ text: '滨江市发展和改革委员会', role: 'organ-line', font: '微软雅黑', size: 22 },
			{ text: '关于2026年计划执行情况的报告', role: 'title', font: '方正小标宋简体', size: 22 },
		],
	},
	{
		kind: 'bad',
		title: '可以用但不常见的小标宋，提示',
		paragraphs: [{ text: '关于2026年计划执行情况的报告', role: 'title', font: '汉仪小标宋简', size: 22 }],
	},
];
