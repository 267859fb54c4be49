import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '正文里谈到主题词', paragraphs: [{ text: '检索系统按主题词和分类号组织。' }] },
	{
		kind: 'bad',
		title: '主题词',
		paragraphs: [{ text: '请予审议。' }, { text: '主题词：财政  预算  报告' }],
		fixed: '请予审议。',
	},
	{
		kind: 'bad',
		title: '此页无正文',
		paragraphs: [{ text: '请予审议。' }, { text: '（此页无正文）' }, { text: '滨江市人民政府', role: 'signature' }],
		fixed: '请予审议。\n滨江市人民政府',
	},
];
