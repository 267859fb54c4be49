import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '写明仿宋', paragraphs: [{ text: '上半年经济运行平稳。' }] },
	{
		kind: 'bad',
		title: '主题没有中文字体',
		paragraphs: [
			{ text: '一、基本情况', role: 'heading-1', font: '' },
			{ text: '上半年经济运行平稳。', font: '' },
		],
		fixed: '一、基本情况\n上半年经济运行平稳。',
	},
	{
		kind: 'bad',
		title: '只有一句没有写明',
		paragraphs: [{ text: '收支平稳。保障有力。', runs: [{ text: '收支平稳。' }, { text: '保障有力。', font: '' }] }],
	},
];
