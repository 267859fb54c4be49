import type { RuleExample } from '@bianxu/model';

const title = { text: '第二十三次会议日程（草案）', role: 'title' } as const;

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '数目不对',
		paragraphs: [title, { text: '本次会议共有三项议程。' }],
	},
	{
		kind: 'bad',
		title: '没有安排第三、第四项',
		paragraphs: [title, { text: '11月26日上午，进行第一项议程。' }, { text: '11月27日上午，进行第二项议程。' }],
	},
	{
		kind: 'good',
		title: '都安排到',
		paragraphs: [
			title,
			{ text: '本次会议共有四项议程。' },
			{ text: '11月26日上午，进行第一项至第三项议程。' },
			{ text: '11月27日上午，进行第四项议程。' },
		],
	},
];
