import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '标准', paragraphs: [{ text: '上半年经济运行平稳。' }] },
	{ kind: 'good', title: '间距微调 0.3 磅', paragraphs: [{ text: '上半年经济运行平稳。', letterSpacing: -6 }] },
	{
		kind: 'bad',
		title: '压扁到 90%',
		paragraphs: [{ text: '上半年经济运行平稳。', scale: 90 }],
		fixed: '上半年经济运行平稳。',
	},
	{
		kind: 'bad',
		title: '标题加宽 2 磅',
		paragraphs: [{ text: '关于预算执行情况的报告', role: 'title', letterSpacing: 40 }],
		fixed: '关于预算执行情况的报告',
	},
];
