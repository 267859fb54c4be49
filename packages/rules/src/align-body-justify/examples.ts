import type { RuleExample } from '@bianxu/model';

const text = '上半年，全市一般公共预算收入完成126.5亿元，同比增长5.2%，完成年度预算的53.1%。';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '两端对齐', paragraphs: [{ text }] },
	{ kind: 'good', title: '不到一行', paragraphs: [{ text: '现报告如下。', alignment: 'left' }] },
	{
		kind: 'good',
		title: '手工换行的几行，两端对齐会拉开',
		paragraphs: [{ text: `${text}\n地点：滨江会议中心。`, alignment: 'left' }],
	},
	{ kind: 'bad', title: '左对齐', paragraphs: [{ text, alignment: 'left' }], fixed: text },
	{ kind: 'bad', title: '居中', paragraphs: [{ text, alignment: 'center' }], fixed: text },
];
