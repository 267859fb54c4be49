import type { RuleExample } from '@bianxu/model';

const title = { text: '关于依法履职情况的述职报告', role: 'title' } as const;

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '同一次会议，分两行',
		paragraphs: [
			title,
			{ text: '——2026年11月27日在滨江市第十七届人民代表大会\n常务委员会第二十三次会议上', role: 'caption' },
		],
	},
	{
		kind: 'good',
		title: '简称',
		paragraphs: [title, { text: '——2026年11月27日在市十七届人大常委会第二十三次会议上', role: 'caption' }],
	},
	{
		kind: 'good',
		title: '标题里说的是以前的会议',
		paragraphs: [{ text: '关于滨江市第十七届人大常委会第二十次会议审议意见研究处理情况的报告', role: 'title' }],
	},
	{
		kind: 'good',
		title: '以前通过的决定',
		paragraphs: [
			{ text: '滨江市讨论决定重大事项办法', role: 'title' },
			{ text: '（2026年7月30日市十七届人大常委会第二十一次会议通过）', role: 'caption' },
		],
	},
	{
		kind: 'bad',
		title: '次数不同，分两行',
		paragraphs: [
			title,
			{ text: '——2026年11月27日在滨江市第十七届人民代表大会\n常务委员会第二十二次会议上', role: 'caption' },
		],
		fixed: `${title.text}\n——2026年11月27日在滨江市第十七届人民代表大会\n常务委员会第二十三次会议上`,
	},
	{
		kind: 'bad',
		title: '届数不同',
		paragraphs: [title, { text: '——2026年11月27日在市十六届人大常委会第二十三次会议上', role: 'caption' }],
		fixed: `${title.text}\n——2026年11月27日在市十七届人大常委会第二十三次会议上`,
	},
	{
		kind: 'bad',
		title: '议程标题里的地名不同',
		paragraphs: [{ text: '江滨市第十七届人大常委会第二十三次会议议程（草案）', role: 'title' }],
		fixed: '滨江市第十七届人大常委会第二十三次会议议程（草案）',
	},
];
