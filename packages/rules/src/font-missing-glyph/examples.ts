import type { RuleExample } from '@bianxu/model';

const author = { text: '市财政局局长　张𬭎', role: 'author' } as const;

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '字形齐全', paragraphs: [author, { text: '现将有关情况报告如下。' }] },
	{
		kind: 'good',
		title: '换用的字体也在方案认可之列',
		paragraphs: [author],
		standIns: [{ character: '𬭎', block: 0, used: '方正楷体_GBK' }],
	},
	{
		kind: 'bad',
		title: '姓名里的字换用了宋体',
		paragraphs: [author],
		standIns: [{ character: '𬭎', block: 0, used: '宋体' }],
	},
	{
		kind: 'bad',
		title: '正文里的字换用了宋体，提示',
		paragraphs: [{ text: '将军费祎在座。' }],
		standIns: [{ character: '祎', block: 0, used: '宋体' }],
	},
	{
		kind: 'bad',
		title: '没有一种字体有这个字',
		paragraphs: [{ text: '报告人：张\u{2FA1D}' }],
		standIns: [{ character: '\u{2FA1D}', block: 0, used: null }],
	},
];
