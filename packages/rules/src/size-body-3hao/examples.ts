import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '三号', paragraphs: [{ text: '今年以来，全市经济运行平稳。' }] },
	{ kind: 'good', title: '表格里用小四', paragraphs: [{ text: '指标', where: 'table', size: 12 }] },
	{
		kind: 'bad',
		title: '四号',
		paragraphs: [{ text: '今年以来，全市经济运行平稳。', size: 14 }],
		fixed: '今年以来，全市经济运行平稳。',
	},
	{
		kind: 'bad',
		title: '一句话是小四',
		paragraphs: [
			{
				text: '财政收支平稳。民生保障有力。',
				runs: [{ text: '财政收支平稳。' }, { text: '民生保障有力。', size: 12 }],
			},
		],
	},
];
