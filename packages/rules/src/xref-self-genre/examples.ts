import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '报告自称“本报告”，报告期不算',
		paragraphs: [
			{ text: '关于2026年上半年预算执行情况的报告', role: 'title' },
			{ text: '本报告所称市级，包括临港新区。本报告期内未作调整。本方案已经主任会议研究。' },
		],
	},
	{
		kind: 'good',
		title: '引文、基本说明不算',
		paragraphs: [
			{ text: '关于决定草案的说明', role: 'title' },
			{ text: '审计工作报告指出：“本报告反映的问题应当整改。”有关基本报告制度另行安排。' },
		],
	},
	{
		kind: 'bad',
		title: '说明自称“本报告”',
		paragraphs: [{ text: '关于决定草案的说明', role: 'title' }, { text: '因此，本报告建议维持现有表述。' }],
		fixed: '关于决定草案的说明\n因此，本说明建议维持现有表述。',
	},
	{
		kind: 'bad',
		title: '报告自称“本议案”',
		paragraphs: [{ text: '关于预算调整方案的报告', role: 'title' }, { text: '本议案提出的调整方案，请予审议。' }],
	},
];
