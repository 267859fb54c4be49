import type { RuleExample } from '@bianxu/model';

const blank = { text: '' };

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '空一行',
		paragraphs: [{ text: '关于预算执行情况的报告', role: 'title' }, blank, { text: '上半年经济运行平稳。' }],
	},
	{
		kind: 'good',
		title: '落款上方留出盖章的位置',
		paragraphs: [{ text: '请予审议。' }, blank, blank, blank, blank, { text: '滨江市人民政府', role: 'signature' }],
	},
	{
		kind: 'good',
		title: '给版头图形留出的空行',
		paragraphs: [
			{ text: '', objects: ['shape'] },
			blank,
			blank,
			blank,
			blank,
			blank,
			{ text: '关于检查的通知', role: 'title' },
		],
	},
	{
		kind: 'bad',
		title: '正文中间空了五行',
		paragraphs: [{ text: '上半年经济运行平稳。' }, blank, blank, blank, blank, blank, { text: '下一步，抓好落实。' }],
		fixed: '上半年经济运行平稳。\n\n\n\n下一步，抓好落实。',
	},
	{
		kind: 'bad',
		title: '只打了空格的空行也算',
		paragraphs: [
			{ text: '上半年经济运行平稳。' },
			blank,
			{ text: '　　' },
			blank,
			{ text: '  ' },
			{ text: '下一步，抓好落实。' },
		],
		fixed: '上半年经济运行平稳。\n\n　　\n\n下一步，抓好落实。',
	},
];
