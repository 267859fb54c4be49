import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '不加粗',
		paragraphs: [{ text: '一、基本情况', role: 'heading-1', font: '黑体' }, { text: '上半年经济运行平稳。' }],
	},
	{
		kind: 'good',
		title: '三级标题加粗，缺省放行',
		paragraphs: [{ text: '1.严格预算约束', role: 'heading-3', bold: true }],
	},
	{
		kind: 'bad',
		title: '二级标题加粗',
		paragraphs: [{ text: '（一）主要做法', role: 'heading-2', font: '楷体_GB2312', bold: true }],
		fixed: '（一）主要做法',
	},
	{
		kind: 'bad',
		title: '正文里的一句加粗',
		paragraphs: [
			{ text: '一是加强领导。压实责任。', runs: [{ text: '一是加强领导。', bold: true }, { text: '压实责任。' }] },
		],
		fixed: '一是加强领导。压实责任。',
	},
];
