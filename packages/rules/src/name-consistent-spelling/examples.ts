import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '喆和哲',
		paragraphs: [{ text: '市审计局局长　王明喆', role: 'author' }, { text: '审计组由局长王明哲任组长。' }],
	},
	{
		kind: 'bad',
		title: '名单里的昇和晟',
		paragraphs: [{ text: '任命李昇华为滨江市副市长；', role: 'name-entry' }, { text: '李晟华，男，1974年8月出生。' }],
	},
	{
		kind: 'good',
		title: '一致',
		paragraphs: [
			{ text: '市审计局局长　王明喆', role: 'author' },
			{ text: '审计组由局长王明喆任组长，副组长王明智参加。' },
		],
	},
];
