import type { RuleExample } from '@bianxu/model';

const title = { text: '关于2026年农村公路建设情况的报告', role: 'title' } as const;
const caption = {
	text: '——2026年11月26日在滨江市第十七届人民代表大会常务委员会第二十三次会议上',
	role: 'caption',
} as const;
const persons = { text: '主任、各位副主任、秘书长、各位委员：', role: 'salutation' } as const;

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '口头报告称呼人', paragraphs: [title, caption, persons] },
	{ kind: 'good', title: '书面报告称呼机关', paragraphs: [title, { text: '滨江市人大常委会：', role: 'salutation' }] },
	{ kind: 'good', title: '题注省去，称呼人', paragraphs: [title, persons] },
	{
		kind: 'bad',
		title: '有题注，称呼机关',
		paragraphs: [title, caption, { text: '滨江市人大常委会：', role: 'salutation' }],
		fixed: `${title.text}\n${caption.text}\n${persons.text}`,
	},
	{
		kind: 'bad',
		title: '注明书面，称呼人',
		paragraphs: [title, { text: '（书面报告）', role: 'caption' }, persons],
		fixed: `${title.text}\n（书面报告）\n市人大常委会：`,
	},
];
