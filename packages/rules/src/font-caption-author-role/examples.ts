import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '楷体', paragraphs: [{ text: '市财政局局长  王建国', role: 'author', font: '楷体_GB2312' }] },
	{
		kind: 'bad',
		title: '署名用仿宋',
		paragraphs: [{ text: '市财政局局长  王建国', role: 'author' }],
		fixed: '市财政局局长  王建国',
	},
	{
		kind: 'bad',
		title: '题注用宋体',
		paragraphs: [
			{
				text: '（2026年11月26日在滨江市第十七届人民代表大会常务委员会第二十三次会议上）',
				role: 'caption',
				font: '宋体',
			},
		],
	},
];
