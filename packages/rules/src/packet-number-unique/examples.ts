import type { RuleExample } from '@bianxu/model';

const title = { text: '关于依法履职情况的述职报告', role: 'title' } as const;

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '接着编号', paragraphs: [{ text: '会议材料之二', role: 'file-mark' }, title] },
	{ kind: 'good', title: '还没有编号', paragraphs: [title] },
	{ kind: 'good', title: '补充材料另编', paragraphs: [{ text: '补充材料（一）', role: 'file-mark' }, title] },
	{ kind: 'bad', title: '重复', paragraphs: [{ text: '会议材料之一', role: 'file-mark' }, title] },
	{ kind: 'bad', title: '写法不同、序号相同', paragraphs: [{ text: '会议文件（1）', role: 'file-mark' }, title] },
	{ kind: 'bad', title: '跳号', paragraphs: [{ text: '会议材料之四', role: 'file-mark' }, title] },
];
