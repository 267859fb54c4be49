import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '都用阿拉伯数字',
		paragraphs: [{ text: '2025年完成投资3亿元，2026年完成投资5.2亿元，增长73%。' }],
	},
	{
		kind: 'good',
		title: '概数用汉字',
		paragraphs: [{ text: '2026年完成投资5.2亿元，其中社会资本几十亿元，2025年为3亿元。' }],
	},
	{
		kind: 'bad',
		title: '日期两种写法',
		paragraphs: [{ text: '二〇二五年四月启动，2026年3月完工，2026年5月投入使用。' }],
	},
	{
		kind: 'bad',
		title: '百分比两种写法',
		paragraphs: [{ text: '覆盖率达到95%，满意率达到98%，办结率达到百分之九十。' }],
	},
];
