import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '（草案）保留', paragraphs: [{ text: '滨江市养犬管理条例（草案）', role: 'title' }] },
	{
		kind: 'good',
		title: '正文里谈到征求意见稿',
		paragraphs: [{ text: '起草小组形成了《条例（征求意见稿）》，公开征求意见。' }],
	},
	{
		kind: 'bad',
		title: '标题末尾',
		paragraphs: [{ text: '关于预算执行情况的报告（送审稿）', role: 'title' }],
		fixed: '关于预算执行情况的报告',
	},
	{
		kind: 'bad',
		title: '单独一行',
		paragraphs: [
			{ text: '关于预算执行情况的报告', role: 'title' },
			{ text: '（第三稿）', role: 'title' },
		],
		fixed: '关于预算执行情况的报告',
	},
];
