import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: 'Times New Roman', paragraphs: [{ text: '完成126.5亿元，增长5.2%。' }] },
	{ kind: 'good', title: '与文字同为仿宋', paragraphs: [{ text: '完成126.5亿元，增长5.2%。', latin: '仿宋_GB2312' }] },
	{
		kind: 'bad',
		title: 'Calibri',
		paragraphs: [{ text: '完成126.5亿元，增长5.2%。', latin: 'Calibri' }],
		fixed: '完成126.5亿元，增长5.2%。',
	},
	{
		kind: 'bad',
		title: '仿宋正文里的数字是等线',
		paragraphs: [
			{ text: '完成126.5亿元。', runs: [{ text: '完成' }, { text: '126.5', latin: '等线' }, { text: '亿元。' }] },
		],
	},
];
