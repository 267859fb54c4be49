import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '只讲成绩',
		template: 'duty-report',
		paragraphs: [{ text: '一、依法履行职责', role: 'heading-1' }, { text: '我牵头推进重点项目28个，成效显著。' }],
	},
	{
		kind: 'bad',
		title: '只讲成绩和打算',
		template: 'duty-report',
		paragraphs: [{ text: '我牵头推进重点项目28个。今后，我将再接再厉。' }],
	},
	{
		kind: 'good',
		title: '写了不足',
		template: 'duty-report',
		paragraphs: [{ text: '对照法律要求和群众期盼，我的工作还有不足。' }],
	},
];
