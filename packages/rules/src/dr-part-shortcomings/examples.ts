import type { RuleExample } from '@bianxu/model';

const template = 'duty-report';
const title = { text: '述职报告', role: 'title' } as const;
const other = { text: '任职以来，我走遍了全市87个镇，撰写调研报告9篇。' } as const;

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '标题里写明',
		template,
		paragraphs: [title, other, { text: '四、存在的问题和不足', role: 'heading-1' }, { text: '有关情况如下。' }],
	},
	{ kind: 'good', title: '正文里写明', template, paragraphs: [title, other, { text: '对照要求，我的工作还有差距。' }] },
	{ kind: 'bad', title: '通篇没有', template, paragraphs: [title, other] },
	{
		kind: 'bad',
		title: '有别的部分，没有这一部分',
		template,
		paragraphs: [
			title,
			{ text: '一、学习情况', role: 'heading-1' },
			other,
			{ text: '二、调研情况', role: 'heading-1' },
			other,
		],
	},
];
