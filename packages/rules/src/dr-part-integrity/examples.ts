import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '没有写廉政',
		template: 'duty-report',
		paragraphs: [{ text: '一、依法履行职责', role: 'heading-1' }, { text: '我牵头推进重点项目28个。' }],
	},
	{
		kind: 'bad',
		title: '只写了接受监督',
		template: 'duty-report',
		paragraphs: [{ text: '我自觉接受人大监督，按期办结代表建议。' }],
	},
	{
		kind: 'good',
		title: '写了廉洁自律',
		template: 'duty-report',
		paragraphs: [{ text: '三、坚持廉洁自律', role: 'heading-1' }, { text: '我如实报告个人有关事项。' }],
	},
];
