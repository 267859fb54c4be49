import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '别的材料用顿号，这份用逗号',
		paragraphs: [
			{ text: '主任、各位副主任、秘书长，各位委员：', role: 'salutation' },
			{ text: '现将有关情况报告如下。' },
		],
	},
	{
		kind: 'bad',
		title: '少了“各位”',
		paragraphs: [{ text: '主任、副主任、秘书长、各位委员：', role: 'salutation' }, { text: '现将有关情况报告如下。' }],
	},
	{
		kind: 'good',
		title: '相同',
		paragraphs: [
			{ text: '主任、各位副主任、秘书长、各位委员：', role: 'salutation' },
			{ text: '现将有关情况报告如下。' },
		],
	},
	{
		kind: 'good',
		title: '书面报告称呼机关',
		paragraphs: [{ text: '滨江市人大常委会：', role: 'salutation' }, { text: '现将有关情况报告如下。' }],
	},
];
