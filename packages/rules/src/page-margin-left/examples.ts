import type { RuleExample } from '@bianxu/model';

const text = '现将2026年上半年预算执行情况报告如下。';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '28 毫米', paragraphs: [{ text }] },
	{ kind: 'good', title: '左边距 23 毫米加装订线 5 毫米', paragraphs: [{ text }], page: { left: 23, gutter: 5 } },
	{ kind: 'bad', title: 'Word 默认的 31.8 毫米', paragraphs: [{ text }], page: { left: 31.8 }, fixed: text },
	{ kind: 'bad', title: '28 毫米之外又设了装订线', paragraphs: [{ text }], page: { gutter: 5 }, fixed: text },
];
