import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '少了一份',
		paragraphs: [{ text: '目　录', role: 'title' }, { text: '一、关于审计整改情况的报告' }],
	},
	{
		kind: 'bad',
		title: '题名不一致',
		paragraphs: [{ text: '目　录', role: 'title' }, { text: '一、关于2026年国民经济和社会发展计划的报告' }],
	},
	{
		kind: 'bad',
		title: '序号与材料不一致',
		paragraphs: [
			{ text: '目　录', role: 'title' },
			{ text: '会议材料之二　关于2026年国民经济和社会发展计划执行情况的报告………（1）' },
		],
		fixed: '目　录\n会议材料之一　关于2026年国民经济和社会发展计划执行情况的报告………（1）',
	},
	{
		kind: 'good',
		title: '一致',
		paragraphs: [
			{ text: '目　录', role: 'title' },
			{ text: '一、关于2026年国民经济和社会发展计划执行情况的报告………（1）' },
		],
	},
];
