import type { RuleExample } from '@bianxu/model';

const title = { text: '滨江市人民代表大会常务委员会任免名单（草案）', role: 'title' as const };

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '机关用了简称',
		template: 'appointment',
		paragraphs: [title, { text: '决定任命程思远为滨江市发改委主任；' }],
	},
	{
		kind: 'bad',
		title: '没有机关',
		template: 'appointment',
		paragraphs: [title, { text: '任命谭慧敏为副院长、审判员；' }],
	},
	{
		kind: 'good',
		title: '全称，后面的职务承前省略',
		template: 'appointment',
		paragraphs: [title, { text: '任命谭慧敏为滨江市中级人民法院副院长、审判委员会委员、审判员；' }],
	},
];
