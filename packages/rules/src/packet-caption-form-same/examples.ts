import type { RuleExample } from '@bianxu/model';

const title = { text: '关于依法履职情况的述职报告', role: 'title' } as const;

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '别的材料用破折号，这份用括号',
		paragraphs: [
			title,
			{ text: '（2026年11月27日在滨江市第十七届人民代表大会常务委员会第二十三次会议上）', role: 'caption' },
		],
	},
	{
		kind: 'bad',
		title: '别的材料用全称，这份用简称',
		paragraphs: [title, { text: '——2026年11月27日在市十七届人大常委会第二十三次会议上', role: 'caption' }],
	},
	{
		kind: 'good',
		title: '写法相同；通过的题注',
		paragraphs: [
			title,
			{ text: '——2026年11月27日在滨江市第十七届人民代表大会常务委员会第二十三次会议上', role: 'caption' },
		],
	},
	{
		kind: 'good',
		title: '通过的题注不比',
		paragraphs: [title, { text: '（2026年7月30日市十七届人大常委会第二十一次会议通过）', role: 'caption' }],
	},
];
