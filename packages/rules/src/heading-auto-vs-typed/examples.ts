import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '一级标题两种混用',
		paragraphs: [
			{ text: '主要工作', role: 'heading-1', label: '一、' },
			{ text: '存在的问题', role: 'heading-1', label: '二、' },
			{ text: '三、下一步打算', role: 'heading-1' },
		],
	},
	{
		kind: 'bad',
		title: '二级标题两种混用',
		paragraphs: [
			{ text: '（一）完善制度', role: 'heading-2' },
			{ text: '强化监督', role: 'heading-2', label: '（二）' },
		],
	},
	{
		kind: 'good',
		title: '各级自己统一',
		paragraphs: [
			{ text: '主要工作', role: 'heading-1', label: '一、' },
			{ text: '（一）完善制度', role: 'heading-2' },
			{ text: '（二）强化监督', role: 'heading-2' },
			{ text: '下一步打算', role: 'heading-1', label: '二、' },
		],
	},
];
