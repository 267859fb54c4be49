import type { RuleExample } from '@bianxu/model';

const text = '上半年，全市一般公共预算收入完成126.5亿元。';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '指定每行 28 字', paragraphs: [{ text }] },
	{ kind: 'bad', title: '只有行网格', paragraphs: [{ text }], page: { gridType: 1, charSpace: 0 }, fixed: text },
	{ kind: 'bad', title: '字符网格没有压缩', paragraphs: [{ text }], page: { charSpace: 0 }, fixed: text },
];
