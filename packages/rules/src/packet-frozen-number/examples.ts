import type { RuleExample } from '@bianxu/model';

const title = { text: '关于2026年计划执行情况的审查意见', role: 'title' } as const;

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '编号没有动', paragraphs: [{ text: '会议材料之二', role: 'file-mark' }, title] },
	{ kind: 'good', title: '没有编号的不查', paragraphs: [title] },
	{ kind: 'bad', title: '印发以后改了号', paragraphs: [{ text: '会议材料之三', role: 'file-mark' }, title] },
	{ kind: 'bad', title: '改成了别份材料的号', paragraphs: [{ text: '会议材料之一', role: 'file-mark' }, title] },
];
