import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '一行', paragraphs: [{ text: '关于2026年农村公路建设情况的报告', role: 'title' }] },
	{
		kind: 'good',
		title: '菱形',
		paragraphs: [
			{ text: '滨江市人民政府', role: 'organ-line' },
			{ text: '关于2026年国民经济和社会发展计划\n执行情况的报告', role: 'title' },
		],
	},
	{
		kind: 'bad',
		title: '拆开了「报告」',
		paragraphs: [{ text: '关于2026年国民经济和社会发展计划执行情况的报\n告', role: 'title' }],
	},
	{
		kind: 'bad',
		title: '年份拆开',
		paragraphs: [{ text: '关于滨江市本级2026\n年预算执行情况的报告', role: 'title' }],
	},
	{
		kind: 'bad',
		title: '沙漏形',
		paragraphs: [
			{ text: '滨江市人大常委会执法检查组', role: 'organ-line' },
			{ text: '关于检查', role: 'title' },
			{ text: '《滨江市饮用水水源保护条例》实施情况的报告', role: 'title' },
		],
	},
];
