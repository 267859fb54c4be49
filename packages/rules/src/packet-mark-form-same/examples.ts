import type { RuleExample } from '@bianxu/model';

const title = { text: '关于依法履职情况的述职报告', role: 'title' } as const;

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '统一的写法', paragraphs: [{ text: '会议材料之二', role: 'file-mark' }, title] },
	{ kind: 'good', title: '补充材料', paragraphs: [{ text: '补充材料（一）', role: 'file-mark' }, title] },
	{
		kind: 'good',
		title: '只有届次、没有序号',
		paragraphs: [{ text: '滨江市十七届人大常委会第二十三次会议文件', role: 'file-mark' }, title],
	},
	{
		kind: 'bad',
		title: '括号写法',
		paragraphs: [{ text: '会议文件（2）', role: 'file-mark' }, title],
		fixed: `会议材料之二\n${title.text}`,
	},
	{
		kind: 'bad',
		title: '阿拉伯数字',
		paragraphs: [{ text: '会议材料之2', role: 'file-mark' }, title],
		fixed: `会议材料之二\n${title.text}`,
	},
];
