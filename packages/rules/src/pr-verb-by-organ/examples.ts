import type { RuleExample } from '@bianxu/model';

const template = 'appointment';
const title = { text: '滨江市人民代表大会常务委员会任免名单（草案）', role: 'title' } as const;

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '政府、法院、检察院各用各的',
		template,
		paragraphs: [
			title,
			{ text: '根据滨江市人民政府市长陈远洲的提请：' },
			{ text: '决定任命程思远为滨江市工业和信息化局局长；' },
			{ text: '任命谭慧敏为滨江市中级人民法院副院长、审判委员会委员、审判员；' },
			{ text: '批准任命郑海波为滨江市望海区人民检察院检察长。' },
		],
	},
	{
		kind: 'good',
		title: '「会议决定：」之下的「任命」',
		template,
		paragraphs: [
			title,
			{ text: '滨江市第十七届人民代表大会常务委员会第二十三次会议决定：' },
			{ text: '任命程思远为滨江市水利局局长。' },
		],
	},
	{
		kind: 'good',
		title: '人大常委会机关职务',
		template,
		paragraphs: [title, { text: '任命罗晓峰为滨江市人民代表大会常务委员会副秘书长。' }],
	},
	{
		kind: 'bad',
		title: '局长用了「任命」',
		template,
		paragraphs: [title, { text: '任命程思远为滨江市工业和信息化局局长；' }],
		fixed: `${title.text}\n决定任命程思远为滨江市工业和信息化局局长；`,
	},
	{
		kind: 'bad',
		title: '审判员用了「决定免去」',
		template,
		paragraphs: [title, { text: '决定免去茅荣山的滨江市中级人民法院审判员职务。' }],
		fixed: `${title.text}\n免去茅荣山的滨江市中级人民法院审判员职务。`,
	},
	{
		kind: 'bad',
		title: '下级检察长用了「任命」',
		template,
		paragraphs: [title, { text: '任命郑海波为滨江市望海区人民检察院检察长。' }],
		fixed: `${title.text}\n批准任命郑海波为滨江市望海区人民检察院检察长。`,
	},
	{
		kind: 'bad',
		title: '小标题的动词不对',
		template,
		paragraphs: [
			title,
			{ text: '一、任命', role: 'heading-1' },
			{ text: '程思远为滨江市水利局局长；', role: 'name-entry' },
			{ text: '吴若楠为滨江市财政局局长。', role: 'name-entry' },
		],
		fixed: `${title.text}\n一、决定任命\n程思远为滨江市水利局局长；\n吴若楠为滨江市财政局局长。`,
	},
];
