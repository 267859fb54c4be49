import type { RuleExample } from '@bianxu/model';

const title = { text: '关于2026年预算执行情况的报告', role: 'title' } as const;

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '首页有正文', paragraphs: [title, { text: '现将有关情况报告如下。' }] },
	{
		kind: 'bad',
		title: '题注挤满首页',
		paragraphs: [
			title,
			{ text: '市财政局局长　张某', role: 'author', printed: [{ page: 1, text: '市财政局局长　张某' }] },
			{ text: '现将有关情况报告如下。', printed: [{ page: 2, text: '现将有关情况报告如下。' }] },
		],
	},
	{
		kind: 'bad',
		title: '称谓单独留在首页',
		paragraphs: [
			title,
			{ text: '主任、各位副主任、秘书长、各位委员：', role: 'salutation' },
			{ text: '一、工作情况', role: 'heading-1', printed: [{ page: 2, text: '一、工作情况' }] },
			{ text: '今年以来，各项工作顺利。' },
		],
	},
];
