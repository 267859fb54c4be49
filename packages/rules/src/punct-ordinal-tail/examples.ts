import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '第一、',
		paragraphs: [{ text: '主要有两点体会：第一、必须坚持党的领导；第二、必须依法履职。' }],
		fixed: '主要有两点体会：第一，必须坚持党的领导；第二，必须依法履职。',
	},
	{
		kind: 'bad',
		title: '（1）、',
		paragraphs: [{ text: '重点解决：（1）、停车难；（2）、出行难。' }],
		fixed: '重点解决：（1）停车难；（2）出行难。',
	},
	{
		kind: 'good',
		title: '第一、二、三产业',
		paragraphs: [
			{ text: '第一、二、三产业协调发展；第一、第二季度增速回升。首先，要统一思想。第（一）、（二）项不变。' },
		],
	},
];
