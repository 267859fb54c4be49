import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '两个连字符',
		paragraphs: [{ text: '建成全市最大的社区综合体--望江邻里中心。' }],
		fixed: '建成全市最大的社区综合体——望江邻里中心。',
	},
	{
		kind: 'bad',
		title: '三个破折号',
		paragraphs: [{ text: '建成全市最大的社区综合体———望江邻里中心。' }],
		fixed: '建成全市最大的社区综合体——望江邻里中心。',
	},
	{
		kind: 'good',
		title: '正确的破折号、时间段的一字线',
		paragraphs: [{ text: '建成社区综合体——望江邻里中心，2021年—2025年投入1.2亿元，北京—上海高铁过境。' }],
	},
];
