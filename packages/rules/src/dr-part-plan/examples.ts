import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '没有打算',
		template: 'duty-report',
		paragraphs: [{ text: '一、依法履行职责', role: 'heading-1' }, { text: '我牵头推进重点项目28个。' }],
	},
	{
		kind: 'bad',
		title: '到不足为止',
		template: 'duty-report',
		paragraphs: [{ text: '我的工作还有不足，深入基层不够。' }],
	},
	{
		kind: 'good',
		title: '写了努力方向',
		template: 'duty-report',
		paragraphs: [{ text: '五、今后的努力方向', role: 'heading-1' }, { text: '我将加强学习。' }],
	},
];
