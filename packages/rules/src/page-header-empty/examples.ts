import type { RuleExample } from '@bianxu/model';

const text = '上半年经济运行平稳。';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '没有页眉', paragraphs: [{ text }] },
	{ kind: 'good', title: '页眉是空段落', paragraphs: [{ text }, { text: '', where: 'header' }] },
	{
		kind: 'bad',
		title: '页眉里有单位名称',
		paragraphs: [{ text }, { text: '滨江市财政局', where: 'header', size: 9 }],
		fixed: text,
	},
	{
		kind: 'bad',
		title: '编号印在每页页眉',
		paragraphs: [...Array.from({ length: 30 }, () => ({ text })), { text: '会议材料之六', where: 'header' as const }],
		fixed: Array.from({ length: 30 }, () => text).join('\n'),
	},
	{ kind: 'bad', title: '水印', paragraphs: [{ text }, { text: '', where: 'header', objects: ['shape'] }] },
];
