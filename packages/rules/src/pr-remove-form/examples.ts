import type { RuleExample } from '@bianxu/model';

const template = 'appointment';
const title = { text: '滨江市人民代表大会常务委员会免职名单（草案）', role: 'title' } as const;

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '免去…的…职务',
		template,
		paragraphs: [title, { text: '免去陶永康的滨江市人民代表大会常务委员会副秘书长职务。' }],
	},
	{ kind: 'good', title: '免去其…职务', template, paragraphs: [title, { text: '免去其滨江市水利局局长职务。' }] },
	{
		kind: 'bad',
		title: '缺「的」',
		template,
		paragraphs: [title, { text: '决定免去杜成林滨江市水利局局长职务。' }],
		fixed: `${title.text}\n决定免去杜成林的滨江市水利局局长职务。`,
	},
	{
		kind: 'bad',
		title: '缺「职务」',
		template,
		paragraphs: [title, { text: '决定免去杜成林的滨江市水利局局长；' }],
		fixed: `${title.text}\n决定免去杜成林的滨江市水利局局长职务；`,
	},
	{
		kind: 'bad',
		title: '小标题下的条目缺「的」，姓名认不准的不改',
		template,
		paragraphs: [
			title,
			{ text: '二、免去', role: 'heading-1' },
			{ text: '陶永康市人大常委会副秘书长职务。', role: 'name-entry' },
		],
	},
];
