import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '数字一致', paragraphs: [{ text: '2026年全市一般公共预算收入152.3亿元，增长5.2%。' }] },
	{ kind: 'good', title: '时段不同', paragraphs: [{ text: '2026年上半年全市一般公共预算收入88.1亿元。' }] },
	{ kind: 'bad', title: '收入不同', paragraphs: [{ text: '2026年全市一般公共预算收入完成153.2亿元。' }] },
	{ kind: 'bad', title: '里程不同', paragraphs: [{ text: '2026年全市新改建农村公路里程达到263公里。' }] },
];
