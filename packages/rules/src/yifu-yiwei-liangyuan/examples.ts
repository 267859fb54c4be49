import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'bad', title: '旧称', paragraphs: [{ text: '依法监督一府两院工作，推动问题解决。' }] },
	{ kind: 'bad', title: '旧称带市', paragraphs: [{ text: '市一府两院负责人列席会议。' }] },
	{
		kind: 'good',
		title: '新称；说过去的事',
		paragraphs: [{ text: '支持一府一委两院依法履职。' }, { text: '2015年，常委会对一府两院工作开展评议。' }],
	},
];
