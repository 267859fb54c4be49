import type { ExampleParagraph, RuleExample } from '@bianxu/model';

const head = (author: string): readonly ExampleParagraph[] => [
	{ text: '关于2026年农村公路建设情况的报告', role: 'title' },
	{ text: '——2026年11月26日在市十七届人大常委会第二十三次会议上', role: 'caption' },
	{ text: author, role: 'author' },
	{ text: '主任、各位副主任、秘书长、各位委员：', role: 'salutation' },
];

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '受市人民政府委托',
		paragraphs: [
			...head('市交通运输局局长　王振海'),
			{ text: '我受市人民政府委托，报告2026年农村公路建设情况，请予审议。' },
		],
	},
	{
		kind: 'good',
		title: '院长报告本院工作',
		paragraphs: [...head('市中级人民法院院长　梁守正'), { text: '现将2026年全市法院工作情况报告如下，请予审议。' }],
	},
	{
		kind: 'good',
		title: '先写背景，再写委托',
		paragraphs: [
			...head('市水利局局长　周广林'),
			{ text: '根据2026年监督工作计划，现报告有关情况。受市人民政府委托，我从三个方面报告。' },
		],
	},
	{
		kind: 'bad',
		title: '局长没有写受谁委托',
		paragraphs: [...head('市交通运输局局长　王振海'), { text: '现将2026年农村公路建设情况报告如下，请予审议。' }],
	},
	{
		kind: 'bad',
		title: '委员会主任没有写受谁委托',
		paragraphs: [
			...head('市发展和改革委员会主任　高建业'),
			{ text: '2026年，全市经济平稳运行。' },
			{ text: '前三季度，全市地区生产总值增长5.8%。' },
		],
	},
];
