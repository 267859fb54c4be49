import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '没有写接受监督',
		template: 'duty-report',
		paragraphs: [{ text: '一、依法履行职责', role: 'heading-1' }, { text: '我牵头推进重点项目28个。' }],
	},
	{
		kind: 'bad',
		title: '只写了廉政',
		template: 'duty-report',
		paragraphs: [{ text: '我严格遵守中央八项规定精神，廉洁从政。' }],
	},
	{
		kind: 'good',
		title: '写了办理代表建议',
		template: 'duty-report',
		paragraphs: [{ text: '任职以来，我局承办人大代表建议96件，办结率100%。' }],
	},
];
