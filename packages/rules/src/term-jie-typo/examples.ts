import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '第×界',
		paragraphs: [{ text: '市第十七界人大常委会第二十三次会议听取了报告。' }],
		fixed: '市第十七届人大常委会第二十三次会议听取了报告。',
	},
	{
		kind: 'bad',
		title: '换界、本界',
		paragraphs: [{ text: '换界选举以来，本界人大常委会依法履职。' }],
		fixed: '换届选举以来，本届人大常委会依法履职。',
	},
	{
		kind: 'good',
		title: '各界、边界',
		paragraphs: [{ text: '社会各界人士参加，第十七届人大代表、第一界面单位到会。' }],
	},
];
