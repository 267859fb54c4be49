import type { RuleExample } from '@bianxu/model';

const text = '上半年，全市一般公共预算收入完成126.5亿元。';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '首行缩进 2 字符', paragraphs: [{ text }] },
	{ kind: 'good', title: '缩进写成 32 磅', paragraphs: [{ text, firstLineChars: null, firstLine: 640 }] },
	{
		kind: 'good',
		title: '自动编号的标题，缩进随列表',
		paragraphs: [{ text: '基本情况', role: 'heading-1', label: '一、', firstLineChars: null, firstLine: 0, left: 640 }],
	},
	{
		kind: 'good',
		title: '用回车断开的续行',
		paragraphs: [{ text: text.replace(/[。]$/, '，并').repeat(2) }, { text: '按规定报告。', firstLineChars: 0 }],
	},
	{ kind: 'bad', title: '没有缩进', paragraphs: [{ text, firstLineChars: 0 }], fixed: text },
	{ kind: 'bad', title: '打了两个全角空格', paragraphs: [{ text: `　　${text}`, firstLineChars: 0 }], fixed: text },
	{ kind: 'bad', title: '缩进之外又打了空格', paragraphs: [{ text: `  ${text}` }], fixed: text },
	{ kind: 'bad', title: '整段左缩进 2 字', paragraphs: [{ text, firstLineChars: 0, leftChars: 200 }], fixed: text },
	{
		kind: 'bad',
		title: '五号字的 2 字缩进',
		paragraphs: [{ text, firstLineChars: null, firstLine: 420 }],
		fixed: text,
	},
];
