import type { RuleExample } from '@bianxu/model';

const paper = [{ text: '关于2026年计划执行情况的审查意见', role: 'title' }] as const;

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '三级审核都有日期', paragraphs: paper },
	{ kind: 'bad', title: '领导没有审签就付印', paragraphs: paper },
	{
		kind: 'bad',
		title: '汇报没有审签就付印',
		paragraphs: [{ text: '关于防汛工作情况的汇报', role: 'title' }, { text: '汛情总体平稳。' }],
	},
];
