import type { RuleExample } from '@bianxu/model';

const template = 'appointment';
const title = { text: '滨江市人民代表大会常务委员会任免名单（草案）', role: 'title' } as const;

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '一任一免',
		template,
		paragraphs: [
			title,
			{ text: '任命罗晓峰为滨江市人民代表大会常务委员会副秘书长；' },
			{ text: '免去罗晓峰的滨江市人民代表大会常务委员会研究室主任职务。' },
		],
	},
	{
		kind: 'bad',
		title: '任命两次',
		template,
		paragraphs: [
			title,
			{ text: '任命贾明远为滨江市中级人民法院审判员；' },
			{ text: '任命章宏、贾明远为滨江市中级人民法院审判委员会委员。' },
		],
	},
	{
		kind: 'bad',
		title: '名单条目重复，姓名中间空了一格',
		template,
		paragraphs: [
			title,
			{ text: '二、免去', role: 'heading-1' },
			{ text: '贺　军的滨江市中级人民法院审判员职务；', role: 'name-entry' },
			{ text: '贺军的滨江市中级人民法院民事审判第一庭庭长职务。', role: 'name-entry' },
		],
	},
];
