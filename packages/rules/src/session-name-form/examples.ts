import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '题注',
		paragraphs: [{ text: '——2026年11月26日在滨江市第17届人民代表大会常务委员会第23次会议上', role: 'caption' }],
		fixed: '——2026年11月26日在滨江市第十七届人民代表大会常务委员会第二十三次会议上',
	},
	{
		kind: 'bad',
		title: '正文',
		paragraphs: [{ text: '根据市17届人大常委会第二十一次会议审议意见，抓好整改。' }],
		fixed: '根据市十七届人大常委会第二十一次会议审议意见，抓好整改。',
	},
	{
		kind: 'good',
		title: '汉字届次；主任会议；别的会议',
		paragraphs: [
			{ text: '市十七届人大常委会第二十三次会议听取报告，市十七届人大常委会第31次主任会议研究。' },
			{ text: '市委第12次会议、市政府第45次常务会议作出部署，开展第3次会议交流。' },
			{ text: '审议《关于市17届人大常委会第2次会议审议意见的报告》。' },
		],
	},
];
