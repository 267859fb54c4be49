import type { RuleExample } from '@bianxu/model';

const text = '上半年经济运行平稳。';
const number = { where: 'footer', field: 'PAGE', font: '宋体', latin: '宋体', size: 14 } as const;

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '单页居右、双页居左，各缩进 1 字', paragraphs: [{ text }] },
	{
		kind: 'good',
		title: '空一字用全角空格打出',
		paragraphs: [
			{ text },
			{ text: '— 1 —　', ...number, alignment: 'right' },
			{ text: '　— 2 —', ...number, even: true, alignment: 'left' },
		],
	},
	{
		kind: 'bad',
		title: '居中，不分单双页',
		paragraphs: [{ text }, { text: '— 1 —', ...number, alignment: 'center' }],
		page: { evenAndOddHeaders: 0 },
		fixed: text,
	},
	{
		kind: 'bad',
		title: '双页也居右',
		paragraphs: [
			{ text },
			{ text: '— 1 —', ...number, alignment: 'right', rightChars: 100 },
			{ text: '— 2 —', ...number, even: true, alignment: 'right', rightChars: 100 },
		],
		fixed: text,
	},
	{
		kind: 'bad',
		title: '没有空一字',
		paragraphs: [
			{ text },
			{ text: '— 1 —', ...number, alignment: 'right' },
			{ text: '— 2 —', ...number, even: true, alignment: 'left' },
		],
		fixed: text,
	},
	{
		kind: 'good',
		title: '图文框里的页码，位置看不出，不报',
		paragraphs: [{ text }, { text: '— 1 —', ...number, alignment: 'left' }],
		page: { evenAndOddHeaders: 0 },
	},
];
