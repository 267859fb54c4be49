import type { RuleExample } from '@bianxu/model';

const template = 'appointment';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '任命…为…', template, paragraphs: [{ text: '任命贾明远、章宏为滨江市中级人民法院审判员；' }] },
	{
		kind: 'good',
		title: '先任后免',
		template,
		paragraphs: [{ text: '任命罗晓峰为滨江市人民代表大会常务委员会副秘书长，免去其研究室主任职务；' }],
	},
	{
		kind: 'good',
		title: '一句里先任后免',
		template,
		paragraphs: [{ text: '决定任命吴若楠为滨江市水利局局长并免去其滨江市财政局局长职务。' }],
	},
	{
		kind: 'bad',
		title: '末尾多了「职务」',
		template,
		paragraphs: [{ text: '决定任命吴若楠为滨江市水利局局长职务；' }],
		fixed: '决定任命吴若楠为滨江市水利局局长；',
	},
	{
		kind: 'bad',
		title: '用了「担任」',
		template,
		paragraphs: [{ text: '决定任命吴若楠担任滨江市水利局局长。' }],
		fixed: '决定任命吴若楠为滨江市水利局局长。',
	},
	{
		kind: 'bad',
		title: '小标题下的条目',
		template,
		paragraphs: [
			{ text: '一、任命', role: 'heading-1' },
			{ text: '宋　雨为滨江市人民代表大会常务委员会研究室主任职务。', role: 'name-entry' },
		],
		fixed: '一、任命\n宋　雨为滨江市人民代表大会常务委员会研究室主任。',
	},
];
