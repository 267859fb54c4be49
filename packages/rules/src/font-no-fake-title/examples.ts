import type { RuleExample } from '@bianxu/model';

const text = '关于2026年上半年预算执行情况的报告';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '小标宋', paragraphs: [{ text, role: 'title', font: '方正小标宋_GBK', size: 22 }] },
	{
		kind: 'bad',
		title: '宋体加粗',
		paragraphs: [{ text, role: 'title', font: '宋体', bold: true, size: 22 }],
		fixed: text,
	},
	{ kind: 'bad', title: '华文中宋', paragraphs: [{ text, role: 'title', font: 'STZhongsong', size: 22 }], fixed: text },
];
