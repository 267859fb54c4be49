import type { RuleExample } from '@bianxu/model';

const title = { text: '关于2026年农村公路建设情况的报告', role: 'title' } as const;
const persons = { text: '主任、各位副主任、秘书长、各位委员：', role: 'salutation' } as const;
const opening = { text: '我受市人民政府委托，现就2026年农村公路建设情况，报告如下：' } as const;
const last = { text: '加快路网提档升级，健全管护资金保障机制。' } as const;

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '请求在结尾',
		paragraphs: [title, persons, opening, last, { text: '以上报告，请予审议。', role: 'closing' }],
	},
	{
		kind: 'good',
		title: '请求在开头',
		paragraphs: [title, persons, { text: '我受市人民政府委托，报告2026年农村公路建设情况，请审议。' }, last],
	},
	{
		kind: 'good',
		title: '调研报告不请求审议',
		paragraphs: [
			{ text: '关于学前教育发展情况的调研报告', role: 'title' },
			{ text: '滨江市人大常委会：', role: 'salutation' },
			{ text: '现将调研情况报告如下。' },
		],
	},
	{
		kind: 'bad',
		title: '口头报告没有请求',
		paragraphs: [title, persons, opening, last],
		fixed: `${title.text}\n${persons.text}\n${opening.text}\n${last.text}\n以上报告，请予审议。`,
	},
	{
		kind: 'bad',
		title: '述职报告没有请求评议',
		template: 'duty-report',
		paragraphs: [{ text: '述职报告', role: 'title' }, persons, { text: '现将本人履职情况报告如下。' }, last],
		fixed: `述职报告\n${persons.text}\n现将本人履职情况报告如下。\n${last.text}\n以上报告，请予审议。`,
	},
];
