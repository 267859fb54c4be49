import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '不编号',
		paragraphs: [
			{
				text: '附件：预算收支情况表',
				role: 'attachment-note',
				lists: { block: 0, number: null, title: '预算收支情况表' },
			},
		],
	},
	{
		kind: 'good',
		title: '两个附件都编号',
		paragraphs: [
			{
				text: '附件：1.预算收支情况表',
				role: 'attachment-note',
				lists: { block: 0, number: 1, title: '预算收支情况表' },
			},
			{ text: '2.项目进展情况表', role: 'attachment-note', lists: { block: 1, number: 2, title: '项目进展情况表' } },
		],
	},
	{
		kind: 'bad',
		title: '附件说明编了 1.',
		paragraphs: [
			{
				text: '附件：1.预算收支情况表',
				role: 'attachment-note',
				lists: { block: 0, number: 1, title: '预算收支情况表' },
			},
		],
		fixed: '附件：预算收支情况表',
	},
	{
		kind: 'bad',
		title: '附件页写附件1',
		paragraphs: [
			{ text: '请予审议。', role: 'closing' },
			{ text: '附件1', role: 'attachment-label', presents: { block: 1, number: 1, title: '预算收支情况表' } },
			{ text: '预算收支情况表', role: 'attachment-title' },
		],
		fixed: '请予审议。\n附件\n预算收支情况表',
	},
];
