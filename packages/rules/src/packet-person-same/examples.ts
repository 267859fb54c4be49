import type { RuleExample } from '@bianxu/model';

const title = { text: '关于依法履职情况的述职报告', role: 'title' } as const;

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '署名和清单不一致',
		paragraphs: [title, { text: '市民政局局长　李秀梅', role: 'author' }],
	},
	{
		kind: 'bad',
		title: '同一个人职务不一致',
		paragraphs: [title, { text: '市财政局副局长　钱世荣', role: 'author' }],
	},
	{
		kind: 'good',
		title: '一致，姓名中间空格不算',
		paragraphs: [title, { text: '市财政局局长　钱世荣', role: 'author' }],
	},
];
