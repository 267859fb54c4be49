import type { RuleExample } from '@bianxu/model';

const style = { role: 'attachment-label', font: '黑体', latin: '黑体' } as const;

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '附件1', paragraphs: [{ text: '附件1', ...style }] },
	{ kind: 'good', title: '唯一的附件不编号', paragraphs: [{ text: '附件', ...style }] },
	{ kind: 'bad', title: '带冒号', paragraphs: [{ text: '附件1：', ...style }], fixed: '附件1' },
	{ kind: 'bad', title: '汉字序号', paragraphs: [{ text: '附件一', ...style }], fixed: '附件1' },
	{
		kind: 'bad',
		title: '仿宋，居中',
		paragraphs: [{ text: '附件1', role: 'attachment-label', alignment: 'center' }],
		fixed: '附件1',
	},
];
