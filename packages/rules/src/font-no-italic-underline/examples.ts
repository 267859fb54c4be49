import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '没有修饰', paragraphs: [{ text: '上半年经济运行平稳。' }] },
	{
		kind: 'good',
		title: '填写栏的下划线',
		paragraphs: [{ text: '姓名：　　　　', runs: [{ text: '姓名：' }, { text: '　　　　', underline: 'single' }] }],
	},
	{
		kind: 'good',
		title: '填写栏里填好的数和填写提示',
		paragraphs: [
			{ text: '有效期：60 天', runs: [{ text: '有效期：' }, { text: '60 ', underline: 'single' }, { text: '天' }] },
			{
				text: '参加（项目名称）采购',
				runs: [{ text: '参加' }, { text: '（项目名称）', underline: 'single' }, { text: '采购' }],
			},
		],
	},
	{
		kind: 'bad',
		title: '突出显示的待核数字',
		paragraphs: [
			{ text: '完成126.5亿元。', runs: [{ text: '完成' }, { text: '126.5', highlight: 'yellow' }, { text: '亿元。' }] },
		],
		fixed: '完成126.5亿元。',
	},
	{
		kind: 'bad',
		title: '斜体加下划线',
		paragraphs: [{ text: '上半年经济运行平稳。', italic: true, underline: 'single' }],
		fixed: '上半年经济运行平稳。',
	},
];
