import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '三号', paragraphs: [{ text: '一、基本情况', role: 'heading-1', font: '黑体' }] },
	{
		kind: 'bad',
		title: '一级标题用小二',
		paragraphs: [{ text: '一、基本情况', role: 'heading-1', font: '黑体', size: 18 }],
		fixed: '一、基本情况',
	},
	{
		kind: 'bad',
		title: '二级标题用四号',
		paragraphs: [{ text: '（一）主要做法', role: 'heading-2', font: '楷体_GB2312', size: 14 }],
	},
];
