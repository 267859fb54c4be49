import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '一种字体', paragraphs: [{ text: '收支平稳。保障有力。' }] },
	{
		kind: 'good',
		title: '同一字体的两个名字',
		paragraphs: [
			{ text: '收支平稳。保障有力。', runs: [{ text: '收支平稳。' }, { text: '保障有力。', font: 'FangSong_GB2312' }] },
		],
	},
	{
		kind: 'bad',
		title: '仿宋_GB2312 与仿宋',
		paragraphs: [
			{ text: '财政收支平稳。保障有力。', runs: [{ text: '财政收支平稳。' }, { text: '保障有力。', font: '仿宋' }] },
		],
		fixed: '财政收支平稳。保障有力。',
	},
	{
		kind: 'bad',
		title: '标题里换了一种小标宋',
		paragraphs: [
			{
				text: '关于预算执行情况的报告',
				role: 'title',
				size: 22,
				runs: [
					{ text: '关于预算执行情况', font: '方正小标宋简体', size: 22 },
					{ text: '的报告', font: '方正小标宋_GBK', size: 22 },
				],
			},
		],
	},
];
