import type { RuleExample } from '@bianxu/model';

const template = 'appointment';
const title = { text: '滨江市人民代表大会常务委员会任免名单（草案）', role: 'title' } as const;
const heading = { text: '二、决定免去', role: 'heading-1' } as const;

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '名单里空一格',
		template,
		paragraphs: [title, heading, { text: '贺　军的滨江市工业和信息化局局长职务；', role: 'name-entry' }],
	},
	{
		kind: 'good',
		title: '成句的条目不空',
		template,
		paragraphs: [title, { text: '任命宋雨为滨江市人民代表大会常务委员会研究室主任。' }],
	},
	{
		kind: 'bad',
		title: '半角空格',
		template,
		paragraphs: [title, heading, { text: '贺 军的滨江市工业和信息化局局长职务；', role: 'name-entry' }],
		fixed: `${title.text}\n${heading.text}\n贺　军的滨江市工业和信息化局局长职务；`,
	},
	{
		kind: 'bad',
		title: '有的空，有的不空',
		template,
		paragraphs: [
			{ text: '滨江市专门委员会成员名单（草案）', role: 'title' },
			{ text: '马　骏（回族）', role: 'name-entry' },
			{ text: '王倩（女）', role: 'name-entry' },
			{ text: '石永刚', role: 'name-entry' },
		],
		fixed: '滨江市专门委员会成员名单（草案）\n马　骏（回族）\n王　倩（女）\n石永刚',
	},
	{
		kind: 'bad',
		title: '空了两格',
		template,
		paragraphs: [
			{ text: '滨江市专门委员会成员名单（草案）', role: 'title' },
			{ text: '马　　骏', role: 'name-entry' },
			{ text: '石永刚', role: 'name-entry' },
		],
		fixed: '滨江市专门委员会成员名单（草案）\n马　骏\n石永刚',
	},
];
