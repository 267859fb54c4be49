import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '仿宋_GB2312', paragraphs: [{ text: '今年以来，全市上下坚持稳中求进工作总基调。' }] },
	{ kind: 'good', title: '表格里用宋体', paragraphs: [{ text: '指标', where: 'table', font: '宋体', size: 12 }] },
	{
		kind: 'good',
		title: '人名里的生僻字借用宋体',
		paragraphs: [
			{ text: '任命王䶮为局长。', runs: [{ text: '任命王' }, { text: '䶮', font: '宋体' }, { text: '为局长。' }] },
		],
	},
	{
		kind: 'bad',
		title: '正文用宋体',
		paragraphs: [{ text: '今年以来，全市上下坚持稳中求进工作总基调。', font: '宋体' }],
		fixed: '今年以来，全市上下坚持稳中求进工作总基调。',
	},
	{
		kind: 'bad',
		title: '粘贴来的一句是微软雅黑',
		paragraphs: [
			{
				text: '财政收支平稳。民生保障有力。',
				runs: [{ text: '财政收支平稳。' }, { text: '民生保障有力。', font: '微软雅黑' }],
			},
		],
	},
	{
		kind: 'bad',
		title: '三级标题后接排的正文用楷体',
		paragraphs: [{ text: '（一）强化预算管理。坚持过紧日子。', role: 'heading-2', runInEnd: 9, font: '楷体_GB2312' }],
	},
];
