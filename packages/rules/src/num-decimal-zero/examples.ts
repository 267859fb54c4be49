import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '百分数',
		paragraphs: [{ text: '失业率下降.5个百分点。' }],
		fixed: '失业率下降0.5个百分点。',
	},
	{
		kind: 'bad',
		title: '金额',
		paragraphs: [{ text: '新增投入约.8亿元。' }],
		fixed: '新增投入约0.8亿元。',
	},
	{ kind: 'good', title: '有0的小数、句点', paragraphs: [{ text: '失业率下降0.5个百分点，执行1.2版标准。' }] },
];
