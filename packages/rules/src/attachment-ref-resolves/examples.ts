import type { RuleExample } from '@bianxu/model';

const note = [
	{ text: '附件：1.预算收支情况表', role: 'attachment-note', lists: { block: 1, number: 1, title: '预算收支情况表' } },
	{ text: '2.项目进展情况表', role: 'attachment-note', lists: { block: 2, number: 2, title: '项目进展情况表' } },
] as const;

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '有这个附件', paragraphs: [{ text: '重点项目进展见附件2。' }, ...note] },
	{ kind: 'good', title: '别的文件的附件', paragraphs: [{ text: '按照《实施方案》附件3的要求办理。' }, ...note] },
	{ kind: 'bad', title: '没有附件3', paragraphs: [{ text: '重点项目进展见附件3。' }, ...note] },
	{ kind: 'bad', title: '范围超出', paragraphs: [{ text: '具体情况见附件1至4。' }, ...note] },
];
