import type { RuleExample } from '@bianxu/model';

const label = { text: '附件1', role: 'attachment-label', font: '黑体' } as const;
const title = { text: '预算收支情况表', role: 'attachment-title', alignment: 'center' } as const;

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '第三行居中', paragraphs: [label, { text: '' }, title] },
	{ kind: 'bad', title: '紧接附件标识', paragraphs: [label, title], fixed: '附件1\n\n预算收支情况表' },
	{
		kind: 'bad',
		title: '没有居中',
		paragraphs: [label, { text: '' }, { ...title, alignment: 'justify' }],
		fixed: '附件1\n\n预算收支情况表',
	},
];
