import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '没有写',
		template: 'duty-report',
		paragraphs: [{ text: '现将本人履职情况报告如下，请予评议。' }, { text: '我认真学习法律法规。' }],
	},
	{
		kind: 'bad',
		title: '写的是别的会议',
		template: 'duty-report',
		paragraphs: [{ text: '根据市人大常委会的安排，现将2025年以来的履职情况报告如下。' }],
	},
	{
		kind: 'good',
		title: '写明了',
		template: 'duty-report',
		paragraphs: [
			{ text: '2023年4月27日，市十七届人大常委会第七次会议决定任命我为市民政局局长。现将履职情况报告如下。' },
		],
	},
];
