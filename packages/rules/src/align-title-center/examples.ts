import type { RuleExample } from '@bianxu/model';

const text = '关于预算执行情况的报告';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '居中', paragraphs: [{ text, role: 'title' }] },
	{ kind: 'bad', title: '两端对齐', paragraphs: [{ text, role: 'title', alignment: 'justify' }], fixed: text },
	{
		kind: 'bad',
		title: '用空格凑居中',
		paragraphs: [{ text: `　　　　　${text}`, role: 'title', alignment: 'left' }],
		fixed: text,
	},
	{ kind: 'bad', title: '居中又缩进 2 字', paragraphs: [{ text, role: 'title', firstLineChars: 200 }], fixed: text },
];
