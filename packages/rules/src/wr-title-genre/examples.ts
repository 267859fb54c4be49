import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '以「报告」结尾', paragraphs: [{ text: '关于2026年农村公路建设情况的报告', role: 'title' }] },
	{
		kind: 'good',
		title: '文种之后有（书面）',
		paragraphs: [{ text: '关于2025年度环境状况的报告（书面）', role: 'title' }],
	},
	{
		kind: 'good',
		title: '机关名称在上一行',
		paragraphs: [
			{ text: '滨江市人民代表大会常务委员会', role: 'organ-line' },
			{ text: '工作报告', role: 'title' },
		],
	},
	{
		kind: 'good',
		title: '文种之后有副题',
		paragraphs: [{ text: '关于学前教育发展情况的调研报告——以清溪县为例', role: 'title' }],
	},
	{ kind: 'bad', title: '没有文种', paragraphs: [{ text: '关于2026年农村公路建设情况', role: 'title' }] },
	{ kind: 'bad', title: '没有事由', paragraphs: [{ text: '工作汇报', role: 'title' }] },
	{ kind: 'bad', title: '末尾有句号', paragraphs: [{ text: '关于2026年农村公路建设情况的报告。', role: 'title' }] },
];
