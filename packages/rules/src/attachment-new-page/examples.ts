import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '段前分页',
		paragraphs: [{ text: '请予审议。' }, { text: '附件1', role: 'attachment-label', pageBreakBefore: true }],
	},
	{
		kind: 'good',
		title: '前面有分页符',
		paragraphs: [{ text: '请予审议。' }, { text: '\f', role: 'blank' }, { text: '附件1', role: 'attachment-label' }],
	},
	{
		kind: 'good',
		title: '分节',
		paragraphs: [{ text: '请予审议。' }, { text: '附件1', role: 'attachment-label', section: 1 }],
		page: { sections: 2 },
	},
	{
		kind: 'bad',
		title: '接排',
		paragraphs: [{ text: '请予审议。' }, { text: '附件1', role: 'attachment-label' }],
		fixed: '请予审议。\n附件1',
	},
	{
		kind: 'bad',
		title: '只用空行隔开',
		paragraphs: [{ text: '请予审议。' }, { text: '' }, { text: '' }, { text: '附件', role: 'attachment-label' }],
		fixed: '请予审议。\n\n\n附件',
	},
];
