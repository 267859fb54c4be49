import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '连续',
		paragraphs: [
			{ text: '表1　收入情况', role: 'table-caption' },
			{ text: '表2　支出情况', role: 'table-caption' },
		],
	},
	{
		kind: 'good',
		title: '附件里另编',
		paragraphs: [
			{ text: '表1　收入情况', role: 'table-caption' },
			{ text: '附件1', role: 'attachment-label' },
			{ text: '表1　项目情况', role: 'table-caption' },
		],
	},
	{
		kind: 'bad',
		title: '漏号',
		paragraphs: [
			{ text: '表1　收入情况', role: 'table-caption' },
			{ text: '表3　支出情况', role: 'table-caption' },
		],
		fixed: '表1　收入情况\n表2　支出情况',
	},
	{
		kind: 'bad',
		title: '重号',
		paragraphs: [
			{ text: '表1　收入情况', role: 'table-caption' },
			{ text: '表1　支出情况', role: 'table-caption' },
		],
		fixed: '表1　收入情况\n表2　支出情况',
	},
];
