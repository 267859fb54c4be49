import type { RuleExample } from '@bianxu/model';

const title = { text: '滨江市人民代表大会常务委员会任免名单（草案）', role: 'title' as const };
const mayor = { text: '根据滨江市人民政府市长陈远洲的提请：' };
const court = { text: '根据滨江市中级人民法院院长梁守正的提请：' };

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '一组先任，一组先免',
		template: 'appointment',
		paragraphs: [
			title,
			mayor,
			{ text: '决定任命程思远为滨江市水利局局长；' },
			{ text: '决定免去杜成林的滨江市水利局局长职务；' },
			court,
			{ text: '免去茅荣山的滨江市中级人民法院审判员职务；' },
			{ text: '任命章宏为滨江市中级人民法院审判员。' },
		],
	},
	{
		kind: 'bad',
		title: '一组先免，一组先任',
		template: 'appointment',
		paragraphs: [
			title,
			mayor,
			{ text: '决定免去杜成林的滨江市水利局局长职务；' },
			{ text: '决定任命程思远为滨江市水利局局长；' },
			court,
			{ text: '任命章宏为滨江市中级人民法院审判员；' },
			{ text: '免去茅荣山的滨江市中级人民法院审判员职务。' },
		],
	},
	{
		kind: 'good',
		title: '都先任后免；只有免职的组',
		template: 'appointment',
		paragraphs: [
			title,
			mayor,
			{ text: '决定任命程思远为滨江市水利局局长；' },
			{ text: '决定免去杜成林的滨江市水利局局长职务；' },
			court,
			{ text: '免去茅荣山的滨江市中级人民法院审判员职务。' },
		],
	},
];
