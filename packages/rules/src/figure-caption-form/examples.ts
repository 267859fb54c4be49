import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '图1　标题', paragraphs: [{ text: '图1　上半年收入走势', role: 'figure-caption' }] },
	{
		kind: 'bad',
		title: '数字后面是顿号',
		paragraphs: [{ text: '图1、上半年收入走势', role: 'figure-caption' }],
		fixed: '图1　上半年收入走势',
	},
	{
		kind: 'bad',
		title: '汉字数字加冒号',
		paragraphs: [{ text: '图二：上半年收入走势', role: 'figure-caption' }],
		fixed: '图2　上半年收入走势',
	},
];
