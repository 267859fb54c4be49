import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '楷体，接排的正文用仿宋',
		paragraphs: [
			{
				text: '（一）强化预算管理。坚持过紧日子。',
				role: 'heading-2',
				runInEnd: 9,
				runs: [{ text: '（一）强化预算管理。', font: '楷体_GB2312' }, { text: '坚持过紧日子。' }],
			},
		],
	},
	{
		kind: 'bad',
		title: '仿宋',
		paragraphs: [{ text: '（一）强化预算管理', role: 'heading-2' }],
		fixed: '（一）强化预算管理',
	},
	{ kind: 'bad', title: '黑体', paragraphs: [{ text: '（一）强化预算管理', role: 'heading-2', font: '黑体' }] },
];
