import type { RuleExample } from '@bianxu/model';

const at = (page: number, text: string) => [{ page, text }];

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '标题与正文同在一面',
		paragraphs: [
			{ text: '一、主要做法', role: 'heading-1' },
			{
				text: '今年以来，全市财政运行总体平稳。',
				printed: [
					{ page: 1, text: '今年以来，全市财政' },
					{ page: 2, text: '运行总体平稳。' },
				],
			},
		],
	},
	{
		kind: 'bad',
		title: '一级标题在末行',
		paragraphs: [
			{ text: '一、主要做法', role: 'heading-1' },
			{ text: '今年以来，全市财政运行总体平稳。', printed: at(2, '今年以来，全市财政运行总体平稳。') },
		],
	},
	{
		kind: 'bad',
		title: '二级标题在末行',
		paragraphs: [
			{ text: '二、存在问题', role: 'heading-1' },
			{ text: '（一）收支矛盾突出', role: 'heading-2' },
			{ text: '刚性支出逐年增长。', printed: at(2, '刚性支出逐年增长。') },
		],
	},
];
