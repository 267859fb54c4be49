import type { ExampleParagraph, RuleExample } from '@bianxu/model';

const head: readonly ExampleParagraph[] = [
	{ text: '关于2026年农村公路建设情况的报告', role: 'title' },
	{ text: '——2026年11月26日在市十七届人大常委会第二十三次会议上', role: 'caption' },
];
const tail: readonly ExampleParagraph[] = [
	{ text: '主任、各位副主任、秘书长、各位委员：', role: 'salutation' },
	{ text: '我受市人民政府委托，报告2026年农村公路建设情况，请予审议。' },
];
const withLine = (text: string): readonly ExampleParagraph[] => [...head, { text, role: 'author' }, ...tail];

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '职务和姓名', paragraphs: withLine('市交通运输局局长　王振海') },
	{ kind: 'good', title: '两个职务', paragraphs: withLine('市人大常委会副主任、执法检查组组长 何秀兰') },
	{ kind: 'good', title: '两个字的姓名', paragraphs: withLine('市人大财政经济委员会主任委员　李　红') },
	{
		kind: 'good',
		title: '书面报告署机关',
		paragraphs: [
			{ text: '关于2026年农村公路建设情况的报告', role: 'title' },
			{ text: '滨江市交通运输局', role: 'author' },
			{ text: '市人大常委会：', role: 'salutation' },
		],
	},
	{ kind: 'bad', title: '没有署名', paragraphs: [...head, ...tail] },
	{ kind: 'bad', title: '只有姓名', paragraphs: withLine('王振海') },
	{ kind: 'bad', title: '报告人：', paragraphs: withLine('报告人：市交通运输局局长　王振海') },
	{ kind: 'bad', title: '职务和姓名连写', paragraphs: withLine('市交通运输局局长王振海') },
];
