import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '全篇没有写依法履职',
		template: 'duty-report',
		paragraphs: [{ text: '我认真抓好养老服务，建成助餐点326个。' }, { text: '我严格要求自己，廉洁从政。' }],
	},
	{
		kind: 'bad',
		title: '只写了业务',
		template: 'duty-report',
		paragraphs: [{ text: '一、抓好项目建设', role: 'heading-1' }, { text: '我牵头推进重点项目28个。' }],
	},
	{
		kind: 'good',
		title: '标题写明',
		template: 'duty-report',
		paragraphs: [{ text: '一、坚持依法行政，认真履行职责', role: 'heading-1' }, { text: '我牵头推进重点项目28个。' }],
	},
];
