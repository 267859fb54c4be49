import type { RuleExample } from '@bianxu/model';

const title = { text: '关于2026年农村公路建设情况的报告', role: 'title' } as const;
const work = { text: '2026年，全市新改建农村公路236公里，列养率达到100%。' } as const;
const other = { text: '今年将继续加快路网提档升级，推进路产路域融合。' } as const;

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '标题里写明',
		paragraphs: [title, work, other, { text: '二、存在的主要问题', role: 'heading-1' }, { text: '有关情况如下。' }],
	},
	{
		kind: 'good',
		title: '正文里写明',
		paragraphs: [title, work, other, { text: '同时也要看到，部分路段标准偏低，管护资金不足。' }],
	},
	{
		kind: 'good',
		title: '审查结果报告不查',
		paragraphs: [{ text: '关于2026年市级预算调整方案（草案）的审查结果报告', role: 'title' }, work],
	},
	{ kind: 'bad', title: '通篇没有', paragraphs: [title, work, other] },
	{
		kind: 'bad',
		title: '只有标题里的小节名不同',
		paragraphs: [
			title,
			{ text: '一、建设成绩', role: 'heading-1' },
			work,
			{ text: '二、经验体会', role: 'heading-1' },
			other,
		],
	},
];
