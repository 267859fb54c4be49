import type { RuleExample } from '@bianxu/model';

const title = { text: '关于2026年农村公路建设情况的报告', role: 'title' } as const;
const author = { text: '市交通运输局局长　王振海', role: 'author' } as const;
const persons = { text: '主任、各位副主任、秘书长、各位委员：', role: 'salutation' } as const;
const body = { text: '我受市人民政府委托，报告2026年农村公路建设情况，请予审议。' } as const;

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '有题注',
		paragraphs: [
			title,
			{ text: '——2026年11月26日在市十七届人大常委会第二十三次会议上', role: 'caption' },
			author,
			persons,
			body,
		],
	},
	{
		kind: 'good',
		title: '会议文件标识写了届次',
		paragraphs: [{ text: '滨江市十七届人大常委会第二十三次会议文件', role: 'file-mark' }, title, author, persons, body],
	},
	{ kind: 'good', title: '书面报告', paragraphs: [title, { text: '滨江市人大常委会：', role: 'salutation' }, body] },
	{ kind: 'bad', title: '称呼人，没有题注', paragraphs: [title, author, persons, body] },
	{
		kind: 'bad',
		title: '会议材料之三，没有写届次',
		paragraphs: [{ text: '会议材料之三', role: 'file-mark' }, title, author, persons, body],
	},
];
