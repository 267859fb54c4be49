import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '四级序号',
		paragraphs: [
			{ text: '一、主要工作', role: 'heading-1' },
			{ text: '（一）加强领导', role: 'heading-2' },
			{ text: '1.健全机制', role: 'heading-3' },
			{ text: '（1）明确责任', role: 'heading-4' },
		],
	},
	{
		kind: 'good',
		title: '决定的条文、正文里的“1、”不算',
		paragraphs: [
			{ text: '关于加强流域保护的决定', role: 'title' },
			{ text: '1、本决定自公布之日起施行。', role: 'heading-3' },
		],
	},
	{
		kind: 'good',
		title: '逐条列举的句子、分级数字编号、外文',
		paragraphs: [
			{ text: '1、各单位于每月5日前报送进度；', role: 'heading-3' },
			{ text: '1.1 适用范围', role: 'heading-4' },
			{ text: 'Scope of this plan', role: 'heading-3', label: '1、' },
		],
	},
	{
		kind: 'good',
		title: '三、四季度不是序号',
		paragraphs: [{ text: '三、四季度要加快支出进度', role: 'heading-1' }],
	},
	{
		kind: 'bad',
		title: '“一.”“（二）、”“1、”“(1)”',
		paragraphs: [
			{ text: '一.主要工作', role: 'heading-1' },
			{ text: '（一）加强领导', role: 'heading-2' },
			{ text: '（二）、健全机制', role: 'heading-2' },
			{ text: '1、明确责任', role: 'heading-3' },
			{ text: '(1)市级部门', role: 'heading-4' },
		],
		fixed: '一、主要工作\n（一）加强领导\n（二）健全机制\n1.明确责任\n（1）市级部门',
	},
	{
		kind: 'bad',
		title: '自动编号的格式不对，只提示',
		paragraphs: [{ text: '主要工作', role: 'heading-3', label: '1、' }],
	},
];
