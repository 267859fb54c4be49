import type { RuleExample } from '@bianxu/model';

const text = '现将2026年上半年预算执行情况报告如下。';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '37 毫米', paragraphs: [{ text }] },
	{ kind: 'good', title: '相差不到 1 毫米', paragraphs: [{ text }], page: { top: 36.5 } },
	{ kind: 'bad', title: 'Word 默认的 25.4 毫米', paragraphs: [{ text }], page: { top: 25.4 }, fixed: text },
	{ kind: 'bad', title: '35 毫米', paragraphs: [{ text }], page: { top: 35 }, fixed: text },
];
