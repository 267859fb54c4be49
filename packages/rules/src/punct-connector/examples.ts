import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '月份之间用了半角连字符',
		paragraphs: [{ text: '1-9月，全市一般公共预算收入增长5.2%。' }],
		fixed: '1—9月，全市一般公共预算收入增长5.2%。',
	},
	{
		kind: 'bad',
		title: '数值范围用了半角波浪线',
		paragraphs: [{ text: '补助标准为每户3000~5000元，贴息比例为10%-20%。' }],
		fixed: '补助标准为每户3000～5000元，贴息比例为10%～20%。',
	},
	{
		kind: 'good',
		title: '正确的连接号；电话、编号、标准号',
		paragraphs: [
			{ text: '2021年—2025年，每年安排3～5人，1—9月增长10%～20%。' },
			{ text: '联系电话0510-12345678，执行GB/T 9704-2012，详见附件3-1，项目代码2024-320200-48。' },
		],
	},
];
