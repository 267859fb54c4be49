import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '两个句号',
		paragraphs: [{ text: '各项工作取得新成效。。下面报告具体情况。' }],
		fixed: '各项工作取得新成效。下面报告具体情况。',
	},
	{
		kind: 'bad',
		title: '逗号后面又有句号',
		paragraphs: [{ text: '全市经济平稳运行，，质量稳步提升，。' }],
		fixed: '全市经济平稳运行，质量稳步提升。',
	},
	{
		kind: 'good',
		title: '引号里外的标点不算',
		paragraphs: [{ text: '他说：“要办好。”大家都赞成。还有什么问题？！请提出。' }],
	},
];
