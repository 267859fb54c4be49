import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '标题写明年份；引文；美好明天',
		paragraphs: [
			{ text: '关于2026年计划执行情况的报告', role: 'title' },
			{ text: '今年以来，全市生产总值比去年同期增长5.8%。有代表说：“昨天的经验要用好。”携手创造美好明天。' },
		],
	},
	{
		kind: 'bad',
		title: '昨天',
		paragraphs: [{ text: '关于学前教育发展情况的报告', role: 'title' }, { text: '昨天，调研组实地察看了三所幼儿园。' }],
	},
	{
		kind: 'bad',
		title: '标题没有年份，正文写去年',
		paragraphs: [
			{ text: '关于学前教育发展情况的报告', role: 'title' },
			{ text: '去年9月，市教育局启动专项整治。去年底完成验收。' },
		],
	},
];
