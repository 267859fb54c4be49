import type { RuleExample } from '@bianxu/model';

const title = { text: '关于2026年农村公路建设情况的报告', role: 'title' } as const;
const words = '2026年11月26日在滨江市第十七届人民代表大会常务委员会第二十三次会议上';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '破折号', paragraphs: [title, { text: `——${words}`, role: 'caption' }] },
	{ kind: 'good', title: '圆括号', paragraphs: [title, { text: `（${words}）`, role: 'caption' }] },
	{ kind: 'good', title: '不加符号', paragraphs: [title, { text: words, role: 'caption' }] },
	{
		kind: 'good',
		title: '没有「在」和「上」，分两行',
		paragraphs: [
			title,
			{ text: '——2026年11月26日滨江市第十七届人民代表大会\n常务委员会第二十三次会议', role: 'caption' },
		],
	},
	{
		kind: 'bad',
		title: '两个减号',
		paragraphs: [title, { text: `--${words}`, role: 'caption' }],
		fixed: `${title.text}\n——${words}`,
	},
	{
		kind: 'bad',
		title: '半角括号',
		paragraphs: [title, { text: `(${words})`, role: 'caption' }],
		fixed: `${title.text}\n（${words}）`,
	},
	{
		kind: 'bad',
		title: '末尾有句号',
		paragraphs: [title, { text: `——${words}。`, role: 'caption' }],
		fixed: `${title.text}\n——${words}`,
	},
	{ kind: 'bad', title: '缺「上」', paragraphs: [title, { text: `——${words.slice(0, -1)}`, role: 'caption' }] },
];
