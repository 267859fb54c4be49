import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '都为 0', paragraphs: [{ text: '上半年经济运行平稳。' }] },
	{
		kind: 'good',
		title: '标题的段后不查',
		paragraphs: [{ text: '关于预算执行情况的报告', role: 'title', after: 200 }],
	},
	{
		kind: 'bad',
		title: '段后 8 磅（新版 Word 默认）',
		paragraphs: [{ text: '上半年经济运行平稳。', after: 160 }],
		fixed: '上半年经济运行平稳。',
	},
	{
		kind: 'bad',
		title: '一级标题段前 12 磅',
		paragraphs: [{ text: '一、基本情况', role: 'heading-1', before: 240 }],
		fixed: '一、基本情况',
	},
];
