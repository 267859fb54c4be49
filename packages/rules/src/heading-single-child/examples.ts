import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '有两个下级标题',
		paragraphs: [
			{ text: '一、主要工作', role: 'heading-1' },
			{ text: '（一）加强领导', role: 'heading-2' },
			{ text: '成立领导小组。' },
			{ text: '（二）健全机制', role: 'heading-2' },
			{ text: '建立联席会议制度。' },
		],
	},
	{
		kind: 'good',
		title: '第二项写在段落里',
		paragraphs: [
			{ text: '一、主要工作', role: 'heading-1' },
			{ text: '（一）加强领导', role: 'heading-2' },
			{ text: '成立领导小组。（二）健全机制。建立联席会议制度。' },
		],
	},
	{
		kind: 'bad',
		title: '只有“（一）”',
		paragraphs: [
			{ text: '一、主要工作', role: 'heading-1' },
			{ text: '（一）加强领导', role: 'heading-2' },
			{ text: '成立领导小组。' },
			{ text: '二、存在的问题', role: 'heading-1' },
			{ text: '进展不平衡。' },
		],
	},
	{
		kind: 'bad',
		title: '只有“1.”',
		paragraphs: [
			{ text: '一、主要工作', role: 'heading-1' },
			{ text: '（一）加强领导', role: 'heading-2' },
			{ text: '1.成立领导小组。由分管副市长任组长。', role: 'heading-3', runInEnd: 9 },
			{ text: '（二）健全机制', role: 'heading-2' },
			{ text: '建立联席会议制度。' },
		],
	},
];
