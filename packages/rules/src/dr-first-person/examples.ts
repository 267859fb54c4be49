import type { RuleExample } from '@bianxu/model';

const template = 'duty-report';
const title = { text: '述职报告', role: 'title' } as const;

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '第一人称',
		template,
		paragraphs: [title, { text: '我坚持依法行政，主持制定配套措施8项。我局按期完成任务。' }],
	},
	{
		kind: 'bad',
		title: '没有第一人称',
		template,
		paragraphs: [title, { text: '市民政局坚持依法行政，制定配套措施8项，按期完成任务。我市养老服务水平明显提高。' }],
	},
	{
		kind: 'bad',
		title: '几乎都是「我局」',
		template,
		paragraphs: [
			title,
			{ text: '我局坚持依法行政。我局制定配套措施8项。我局按期完成任务。我局开展专项检查。我局办理建议。我对此负责。' },
		],
	},
];
