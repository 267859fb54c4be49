import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '干净的文件', paragraphs: [{ text: '上半年经济运行平稳。' }] },
	{
		kind: 'bad',
		title: '有修订',
		paragraphs: [
			{
				text: '上半年经济运行总体平稳。',
				runs: [{ text: '上半年经济运行' }, { text: '总体', revision: 'inserted' }, { text: '平稳。' }],
			},
		],
		page: { insertions: 1, deletions: 2 },
	},
	{ kind: 'bad', title: '有批注', paragraphs: [{ text: '上半年经济运行平稳。' }], page: { comments: 3 } },
	{
		kind: 'bad',
		title: '隐藏文字',
		paragraphs: [
			{
				text: '上半年经济运行平稳（数据待统计局核）。',
				runs: [{ text: '上半年经济运行平稳' }, { text: '（数据待统计局核）', hidden: true }, { text: '。' }],
			},
		],
		fixed: '上半年经济运行平稳。',
	},
];
