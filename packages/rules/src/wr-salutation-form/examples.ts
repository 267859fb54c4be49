import type { RuleExample } from '@bianxu/model';

const title = { text: '关于2026年农村公路建设情况的报告', role: 'title' } as const;
const persons = '主任、各位副主任、秘书长、各位委员：';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '省、市级口头报告', paragraphs: [title, { text: persons, role: 'salutation' }] },
	{
		kind: 'good',
		title: '最后一组之前用逗号',
		paragraphs: [title, { text: '主任、各位副主任、秘书长，各位委员：', role: 'salutation' }],
	},
	{
		kind: 'good',
		title: '书面报告称呼机关',
		paragraphs: [title, { text: '滨江市人民代表大会常务委员会：', role: 'salutation' }],
	},
	{
		kind: 'good',
		title: '县级',
		level: 'county',
		paragraphs: [title, { text: '主任、各位副主任、各位委员：', role: 'salutation' }],
	},
	{ kind: 'good', title: '代表大会上的报告', paragraphs: [title, { text: '各位代表：', role: 'salutation' }] },
	{
		kind: 'bad',
		title: '加了「尊敬的」',
		paragraphs: [title, { text: `尊敬的${persons}`, role: 'salutation' }],
		fixed: `关于2026年农村公路建设情况的报告\n${persons}`,
	},
	{
		kind: 'bad',
		title: '「市人大主任」，称呼到代表',
		paragraphs: [title, { text: '尊敬的市人大主任、副主任，各位委员，各位代表：', role: 'salutation' }],
		fixed: `关于2026年农村公路建设情况的报告\n${persons}`,
	},
	{
		kind: 'bad',
		title: '半角冒号',
		paragraphs: [title, { text: '市人大常委会:', role: 'salutation' }],
		fixed: '关于2026年农村公路建设情况的报告\n市人大常委会：',
	},
];
