import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '声明两次',
		paragraphs: [
			{ text: '《滨江市湿地保护条例》（以下简称《条例》）施行以来，成效明显。' },
			{ text: '贯彻《滨江市湿地保护条例》（以下简称《条例》），落实《条例》要求。' },
		],
	},
	{
		kind: 'bad',
		title: '声明之后没有用',
		paragraphs: [{ text: '《滨江市湿地保护条例》（以下简称《条例》）施行以来，成效明显。' }],
	},
	{
		kind: 'good',
		title: '声明一次，后文使用',
		paragraphs: [
			{ text: '《滨江市湿地保护条例》（以下简称《条例》）施行以来，成效明显。' },
			{ text: '《条例》确立的制度得到落实。' },
		],
	},
];
