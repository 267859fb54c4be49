import type { RuleExample } from '@bianxu/model';

const title = { text: '关于依法履职情况的述职报告', role: 'title' } as const;
const session = '在滨江市第十七届人民代表大会常务委员会第二十三次会议上';

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '议题所在的那一天',
		paragraphs: [title, { text: `——2026年11月27日${session}`, role: 'caption' }],
	},
	{ kind: 'good', title: '书面报告没有题注', paragraphs: [title, { text: '2026年11月16日', role: 'date' }] },
	{
		kind: 'good',
		title: '以前通过的文件',
		paragraphs: [title, { text: '（2026年7月30日市十七届人大常委会第二十一次会议通过）', role: 'caption' }],
	},
	{
		kind: 'bad',
		title: '会议的另一天',
		paragraphs: [title, { text: `——2026年11月26日${session}`, role: 'caption' }],
		fixed: `${title.text}\n——2026年11月27日${session}`,
	},
	{
		kind: 'bad',
		title: '不是会议的日期',
		paragraphs: [title, { text: `（2026年10月27日${session}）`, role: 'caption' }],
		fixed: `${title.text}\n（2026年11月27日${session}）`,
	},
];
