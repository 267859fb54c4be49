import type { RuleExample } from '@bianxu/model';

const headings = [
	{ text: '一、主要工作', role: 'heading-1' as const },
	{ text: '（一）完善制度', role: 'heading-2' as const },
	{ text: '（二）强化监督', role: 'heading-2' as const },
	{ text: '二、存在的问题', role: 'heading-1' as const },
	{ text: '三、下一步打算', role: 'heading-1' as const },
];

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '没有第五部分',
		paragraphs: [...headings, { text: '具体安排见本报告第五部分。' }],
	},
	{
		kind: 'bad',
		title: '第一部分没有第（四）项',
		paragraphs: [...headings, { text: '如第一部分第（四）项所述，监督力度不断加大。' }],
	},
	{
		kind: 'good',
		title: '找得到；指别的文件',
		paragraphs: [
			...headings,
			{ text: '如本报告第三部分、第一部分第（二）项所述，落实《纲要》第八部分和规划第九部分要求。' },
		],
	},
];
