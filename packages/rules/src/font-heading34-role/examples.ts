import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '仿宋', paragraphs: [{ text: '1.严格预算约束', role: 'heading-3' }] },
	{
		kind: 'bad',
		title: '三级标题用楷体',
		paragraphs: [{ text: '1.严格预算约束', role: 'heading-3', font: '楷体_GB2312' }],
		fixed: '1.严格预算约束',
	},
	{
		kind: 'bad',
		title: '四级标题用黑体',
		paragraphs: [{ text: '（1）压减一般性支出', role: 'heading-4', font: '黑体' }],
	},
];
