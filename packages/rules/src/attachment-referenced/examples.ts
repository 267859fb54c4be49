import type { RuleExample } from '@bianxu/model';

const note = [
	{ text: '附件：1.预算收支情况表', role: 'attachment-note', lists: { block: 1, number: 1, title: '预算收支情况表' } },
	{ text: '2.项目进展情况表', role: 'attachment-note', lists: { block: 2, number: 2, title: '项目进展情况表' } },
] as const;

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '都提到', paragraphs: [{ text: '收支情况见附件1，重点项目进展见附件2。' }, ...note] },
	{ kind: 'good', title: '一并提到', paragraphs: [{ text: '具体情况见附件1至2。' }, ...note] },
	{ kind: 'bad', title: '附件2 没有提到', paragraphs: [{ text: '收支情况见附件1。' }, ...note] },
	{ kind: 'bad', title: '都没有提到', paragraphs: [{ text: '上半年经济运行平稳。' }, ...note] },
];
