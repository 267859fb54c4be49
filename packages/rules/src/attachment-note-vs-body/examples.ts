import type { RuleExample } from '@bianxu/model';

const note = {
	text: '附件：预算收支情况表',
	role: 'attachment-note',
	lists: { block: 0, number: null, title: '预算收支情况表' },
} as const;
const label = { text: '附件', role: 'attachment-label' } as const;

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '一致',
		paragraphs: [
			note,
			label,
			{
				text: '预算收支情况表',
				role: 'attachment-title',
				presents: { block: 2, number: null, title: '预算收支情况表' },
			},
		],
	},
	{
		kind: 'good',
		title: '文件本身就是附件',
		paragraphs: [
			label,
			{
				text: '预算收支情况表',
				role: 'attachment-title',
				presents: { block: 1, number: null, title: '预算收支情况表' },
			},
		],
	},
	{ kind: 'good', title: '附件另行装订', paragraphs: [note] },
	{
		kind: 'bad',
		title: '名称不同',
		paragraphs: [
			note,
			label,
			{
				text: '一般公共预算收支情况表',
				role: 'attachment-title',
				presents: { block: 2, number: null, title: '一般公共预算收支情况表' },
			},
		],
		fixed: '附件：一般公共预算收支情况表\n附件\n一般公共预算收支情况表',
	},
	{
		kind: 'bad',
		title: '没有附件说明',
		paragraphs: [
			{ text: '请予审议。' },
			label,
			{
				text: '预算收支情况表',
				role: 'attachment-title',
				presents: { block: 2, number: null, title: '预算收支情况表' },
			},
		],
	},
];
