import type { RuleExample } from '@bianxu/model';

const text = '上半年经济运行平稳。';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '四号宋体', paragraphs: [{ text }] },
	{
		kind: 'bad',
		title: 'Times New Roman 小五',
		paragraphs: [
			{ text },
			{
				text: '— 1 —',
				where: 'footer',
				field: 'PAGE',
				font: '宋体',
				latin: 'Times New Roman',
				size: 9,
				alignment: 'right',
				rightChars: 100,
			},
		],
	},
	{
		kind: 'bad',
		title: '三号',
		paragraphs: [
			{ text },
			{
				text: '— 1 —',
				where: 'footer',
				field: 'PAGE',
				font: '宋体',
				latin: '宋体',
				size: 16,
				alignment: 'right',
				rightChars: 100,
			},
		],
	},
];
