import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '县级没有秘书长',
		level: 'county',
		paragraphs: [{ text: '主任、各位副主任、各位委员：', role: 'salutation' }],
	},
	{
		kind: 'good',
		title: '市级有秘书长',
		level: 'prefecture',
		paragraphs: [{ text: '主任、各位副主任、秘书长、各位委员：', role: 'salutation' }],
	},
	{
		kind: 'bad',
		title: '县级称呼了秘书长',
		level: 'county',
		paragraphs: [{ text: '主任、各位副主任、秘书长、各位委员：', role: 'salutation' }],
		fixed: '主任、各位副主任、各位委员：',
	},
	{
		kind: 'bad',
		title: '县级，秘书长后用逗号',
		level: 'county',
		paragraphs: [{ text: '主任、各位副主任、秘书长，各位委员：', role: 'salutation' }],
		fixed: '主任、各位副主任，各位委员：',
	},
	{
		kind: 'bad',
		title: '县级主任会议',
		level: 'county',
		paragraphs: [{ text: '主任、各位副主任、秘书长：', role: 'salutation' }],
		fixed: '主任、各位副主任：',
	},
];
