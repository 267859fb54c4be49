import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '引用部分和表', paragraphs: [{ text: '有关情况见第二部分和表1。' }] },
	{
		kind: 'good',
		title: '别的书刊的页码',
		paragraphs: [{ text: '引自《滨江市志》第36页，“见第3页”是原文。' }],
	},
	{ kind: 'bad', title: '见第3页', paragraphs: [{ text: '重点项目进展情况见第3页。' }] },
	{ kind: 'bad', title: '本报告第4—6页', paragraphs: [{ text: '整改措施见本报告第4—6页。' }] },
];
