import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '黑色',
		paragraphs: [{ text: '上半年经济运行平稳。' }, { text: '民生保障有力。', color: '000000' }],
	},
	{ kind: 'good', title: '主题里的近黑色', paragraphs: [{ text: '上半年经济运行平稳。', color: '0D0D0D' }] },
	{
		kind: 'good',
		title: '版头的红色发文机关标志',
		paragraphs: [{ text: '滨江市人民政府文件', role: 'title', color: 'FF0000', size: 36 }],
	},
	{
		kind: 'bad',
		title: '修改时标的红字',
		paragraphs: [
			{
				text: '财政收支平稳。民生保障有力。',
				runs: [{ text: '财政收支平稳。' }, { text: '民生保障有力。', color: 'FF0000' }],
			},
		],
		fixed: '财政收支平稳。民生保障有力。',
	},
	{
		kind: 'bad',
		title: '网页粘贴来的灰字',
		paragraphs: [{ text: '上半年经济运行平稳。', color: '333333' }],
		fixed: '上半年经济运行平稳。',
	},
];
