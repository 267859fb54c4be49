import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '逐级',
		paragraphs: [
			{ text: '一、主要工作', role: 'heading-1' },
			{ text: '（一）加强领导', role: 'heading-2' },
			{ text: '1.健全机制', role: 'heading-3' },
			{ text: '建立联席会议制度。' },
		],
	},
	{
		kind: 'good',
		title: '标题下面逐条列举',
		paragraphs: [
			{ text: '一、工作要求', role: 'heading-1' },
			{ text: '1.各单位于每月5日前报送进度；', role: 'heading-3' },
			{ text: '2.办公室于每月10日前汇总；', role: 'heading-3' },
		],
	},
	{
		kind: 'bad',
		title: '“一、”下面直接用“1.”',
		paragraphs: [
			{ text: '一、主要工作', role: 'heading-1' },
			{ text: '1.加强领导', role: 'heading-3' },
			{ text: '市人民政府成立领导小组。' },
			{ text: '2.健全机制', role: 'heading-3' },
			{ text: '建立联席会议制度。' },
		],
		fixed: '一、主要工作\n（一）加强领导\n市人民政府成立领导小组。\n（二）健全机制\n建立联席会议制度。',
	},
	{
		kind: 'bad',
		title: '“（一）”下面直接用“（1）”',
		paragraphs: [
			{ text: '一、主要工作', role: 'heading-1' },
			{ text: '（一）加强领导', role: 'heading-2' },
			{ text: '（1）健全机制', role: 'heading-4' },
			{ text: '建立联席会议制度。' },
		],
		fixed: '一、主要工作\n（一）加强领导\n1.健全机制\n建立联席会议制度。',
	},
];
