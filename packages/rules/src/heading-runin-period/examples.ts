import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '句号',
		paragraphs: [{ text: '（一）加强领导。成立领导小组。', role: 'heading-2', runInEnd: 8 }],
	},
	{
		kind: 'bad',
		title: '冒号',
		paragraphs: [{ text: '（一）加强领导：成立领导小组。', role: 'heading-2', runInEnd: 8 }],
		fixed: '（一）加强领导。成立领导小组。',
	},
	{
		kind: 'bad',
		title: '只有空格',
		paragraphs: [{ text: '1.加强领导　成立领导小组。', role: 'heading-3', runInEnd: 7 }],
		fixed: '1.加强领导。成立领导小组。',
	},
];
