import type { RuleExample } from '@bianxu/model';

const paper = [{ text: '关于人事任免的议案', role: 'title' }] as const;

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '一览表里记下了主任会议的决定', paragraphs: paper },
	{ kind: 'bad', title: '印发以后增加的议题，没有记录', paragraphs: paper },
	{
		kind: 'bad',
		title: '临时增加的报告，没有记录',
		paragraphs: [{ text: '关于防汛工作情况的报告', role: 'title' }, { text: '汛情总体平稳。' }],
	},
];
