import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '只署单位',
		template: 'duty-report',
		paragraphs: [
			{ text: '关于依法履职情况的述职报告', role: 'title' },
			{ text: '滨江市民政局', role: 'author' },
			{ text: '主任、各位副主任、秘书长、各位委员：', role: 'salutation' },
			{ text: '现将履职情况报告如下。' },
		],
	},
	{
		kind: 'bad',
		title: '两个人',
		template: 'duty-report',
		paragraphs: [
			{ text: '关于依法履职情况的述职报告', role: 'title' },
			{ text: '市民政局局长　李秀梅', role: 'author' },
			{ text: '市水利局局长　吴若楠', role: 'author' },
			{ text: '现将履职情况报告如下。' },
		],
	},
	{
		kind: 'good',
		title: '一位；书面述职在文末署名',
		template: 'duty-report',
		paragraphs: [
			{ text: '关于依法履职情况的述职报告', role: 'title' },
			{ text: '市民政局局长　李秀梅', role: 'author' },
			{ text: '现将履职情况报告如下。' },
		],
	},
	{
		kind: 'good',
		title: '书面述职在文末署名',
		template: 'duty-report',
		paragraphs: [
			{ text: '关于依法履职情况的述职报告', role: 'title' },
			{ text: '现将履职情况报告如下。' },
			{ text: '述职人：李秀梅', role: 'signature' },
		],
	},
];
