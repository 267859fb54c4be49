import type { RuleExample } from '@bianxu/model';

const text = '上半年经济运行平稳。';
const number = {
	text: '— 1 —',
	where: 'footer',
	field: 'PAGE',
	font: '宋体',
	latin: '宋体',
	size: 14,
	alignment: 'right',
} as const;

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '单双页都有页码', paragraphs: [{ text }] },
	{ kind: 'bad', title: '没有页脚', paragraphs: [{ text }], page: { footers: 0 }, fixed: text },
	{
		kind: 'bad',
		title: '手工打的数字',
		paragraphs: [
			{ text },
			{ text: '— 1 —', where: 'footer', font: '宋体', latin: '宋体', size: 14, alignment: 'right' },
		],
		fixed: text,
	},
	{ kind: 'bad', title: '双页没有页码', paragraphs: [{ text }, number], fixed: text },
	{
		kind: 'bad',
		title: '页脚里有别的文字，只报告',
		paragraphs: [{ text }, { text: '滨江市财政局编制', where: 'footer', size: 10.5 }],
	},
];
