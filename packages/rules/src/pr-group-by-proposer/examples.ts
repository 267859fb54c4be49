import type { RuleExample } from '@bianxu/model';

const title = { text: '滨江市人民代表大会常务委员会任免名单（草案）', role: 'title' as const };

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '法院排在市长前',
		template: 'appointment',
		paragraphs: [
			title,
			{ text: '根据滨江市中级人民法院院长梁守正的提请：' },
			{ text: '任命章宏为滨江市中级人民法院审判员；' },
			{ text: '根据滨江市人民政府市长陈远洲的提请：' },
			{ text: '决定任命程思远为滨江市水利局局长。' },
		],
	},
	{
		kind: 'bad',
		title: '检察院排在监委前',
		template: 'appointment',
		paragraphs: [
			title,
			{ text: '根据滨江市人民检察院检察长严明礼的提请：' },
			{ text: '任命郑海波为滨江市人民检察院检察员；' },
			{ text: '根据滨江市监察委员会主任何立的提请：' },
			{ text: '任命宋雨为滨江市监察委员会委员。' },
		],
	},
	{
		kind: 'good',
		title: '按次序',
		template: 'appointment',
		paragraphs: [
			title,
			{ text: '根据滨江市人民政府市长陈远洲的提请：' },
			{ text: '决定任命程思远为滨江市水利局局长；' },
			{ text: '根据主任会议的提请：' },
			{ text: '任命罗晓峰为滨江市人民代表大会常务委员会副秘书长；' },
			{ text: '根据滨江市中级人民法院院长梁守正的提请：' },
			{ text: '任命章宏为滨江市中级人民法院审判员。' },
		],
	},
];
