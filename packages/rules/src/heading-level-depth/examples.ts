import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '（1）下面又有①',
		paragraphs: [
			{ text: '（1）完善制度', role: 'heading-4' },
			{ text: '①健全机制', role: 'heading-4' },
			{ text: '②加强宣传', role: 'heading-4' },
		],
	},
	{
		kind: 'bad',
		title: '标题用①',
		paragraphs: [
			{ text: '一、主要工作', role: 'heading-1' },
			{ text: '①健全机制', role: 'heading-4' },
		],
	},
	{
		kind: 'bad',
		title: '①单独成行，下接正文',
		paragraphs: [{ text: '①健全机制' }, { text: '各级逐步落实责任。' }],
	},
	{
		kind: 'good',
		title: '句子里的①不是标题',
		paragraphs: [
			{ text: '（1）完善制度', role: 'heading-4' },
			{ text: '任职人员分为：①主任会议提名的，12人；②市长提名的，3人。' },
		],
	},
];
