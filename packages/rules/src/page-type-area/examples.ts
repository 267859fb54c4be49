import type { RuleExample } from '@bianxu/model';

const text = '现将2026年上半年预算执行情况报告如下。';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '右 26、下 35 毫米', paragraphs: [{ text }] },
	{
		kind: 'bad',
		title: 'Word 默认边距',
		paragraphs: [{ text }],
		page: { top: 25.4, bottom: 25.4, left: 31.8, right: 31.8 },
		fixed: text,
	},
	{ kind: 'bad', title: '四边都是 28 毫米', paragraphs: [{ text }], page: { bottom: 28, right: 28 }, fixed: text },
];
