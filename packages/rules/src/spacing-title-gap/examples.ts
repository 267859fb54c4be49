import type { RuleExample } from '@bianxu/model';

const title = { text: '关于预算执行情况的报告', role: 'title' } as const;
const salutation = { text: '主任、各位副主任、秘书长、各位委员：', role: 'salutation' } as const;

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '空一行', paragraphs: [title, { text: '' }, salutation] },
	{ kind: 'good', title: '用段前间距空一行', paragraphs: [title, { ...salutation, before: 579 }] },
	{
		kind: 'bad',
		title: '称谓紧接标题',
		paragraphs: [title, salutation],
		fixed: '关于预算执行情况的报告\n\n主任、各位副主任、秘书长、各位委员：',
	},
	{
		kind: 'bad',
		title: '称谓紧接署名',
		paragraphs: [title, { text: '市财政局局长  王建国', role: 'author' }, salutation],
		fixed: '关于预算执行情况的报告\n市财政局局长  王建国\n\n主任、各位副主任、秘书长、各位委员：',
	},
];
