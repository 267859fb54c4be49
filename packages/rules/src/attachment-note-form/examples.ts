import type { RuleExample } from '@bianxu/model';

const above = { text: '以上报告，请予审议。', role: 'closing' } as const;
const blank = { text: '' };

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '一个附件',
		paragraphs: [above, blank, { text: '附件：2026年上半年预算收支情况表', role: 'attachment-note' }],
	},
	{
		kind: 'good',
		title: '两个附件',
		paragraphs: [
			above,
			blank,
			{ text: '附件：1.预算收支情况表', role: 'attachment-note' },
			{ text: '2.重点项目进展情况表', role: 'attachment-note' },
		],
	},
	{
		kind: 'bad',
		title: '末尾有句号',
		paragraphs: [above, blank, { text: '附件：2026年上半年预算收支情况表。', role: 'attachment-note' }],
		fixed: '以上报告，请予审议。\n\n附件：2026年上半年预算收支情况表',
	},
	{
		kind: 'bad',
		title: '半角冒号、顿号序号',
		paragraphs: [
			above,
			blank,
			{ text: '附件:1、预算收支情况表；', role: 'attachment-note' },
			{ text: '2、重点项目进展情况表', role: 'attachment-note' },
		],
		fixed: '以上报告，请予审议。\n\n附件：1.预算收支情况表\n2.重点项目进展情况表',
	},
	{
		kind: 'bad',
		title: '汉字序号',
		paragraphs: [above, blank, { text: '附件：一、预算收支情况表', role: 'attachment-note' }],
		fixed: '以上报告，请予审议。\n\n附件：1.预算收支情况表',
	},
	{
		kind: 'bad',
		title: '没有空行',
		paragraphs: [above, { text: '附件：预算收支情况表', role: 'attachment-note' }],
		fixed: '以上报告，请予审议。\n\n附件：预算收支情况表',
	},
];
