import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '——',
		paragraphs: [{ text: '——坚持规划引领，优化布局。', role: 'dash-item' }],
	},
	{
		kind: 'good',
		title: '段首的负数不是条目',
		paragraphs: [{ text: '-2.4亿元为调减数。' }],
	},
	{
		kind: 'bad',
		title: '两个减号',
		paragraphs: [{ text: '--坚持规划引领，优化布局。', role: 'dash-item' }, { text: '－－坚持质量为先，开展结对。' }],
		fixed: '——坚持规划引领，优化布局。\n——坚持质量为先，开展结对。',
	},
	{
		kind: 'bad',
		title: '一个破折号，或者带空格',
		paragraphs: [
			{ text: '—坚持规划引领，优化布局。', role: 'dash-item' },
			{ text: '—— 坚持质量为先，开展结对。', role: 'dash-item' },
		],
		fixed: '——坚持规划引领，优化布局。\n——坚持质量为先，开展结对。',
	},
];
