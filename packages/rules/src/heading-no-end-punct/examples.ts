import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '标题末尾没有标点；接排的标题用句号',
		paragraphs: [
			{ text: '一、主要工作', role: 'heading-1' },
			{ text: '（一）加强领导。成立领导小组。', role: 'heading-2', runInEnd: 8 },
		],
	},
	{
		kind: 'good',
		title: '逐条列举的句子',
		paragraphs: [
			{ text: '（一）按时报送进度。', role: 'heading-2' },
			{ text: '（二）按月通报情况。', role: 'heading-2' },
		],
	},
	{
		kind: 'good',
		title: '决定的条文',
		paragraphs: [
			{ text: '关于批准预算调整方案的决定', role: 'title' },
			{ text: '一、批准2026年市级预算调整方案。', role: 'heading-1' },
			{ text: '会议要求，认真组织实施。' },
		],
	},
	{
		kind: 'bad',
		title: '句号',
		paragraphs: [{ text: '二、存在的主要问题。', role: 'heading-1' }, { text: '对照年初计划，还有一些差距。' }],
		fixed: '二、存在的主要问题\n对照年初计划，还有一些差距。',
	},
	{
		kind: 'bad',
		title: '自动编号的标题带冒号',
		paragraphs: [{ text: '下一步工作打算：', role: 'heading-1', label: '三、' }, { text: '围绕全年目标，抓好落实。' }],
		fixed: '下一步工作打算\n围绕全年目标，抓好落实。',
	},
];
