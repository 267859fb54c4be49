import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '请予审议', paragraphs: [{ text: '以上报告，请予审议。', role: 'closing' }] },
	{ kind: 'good', title: '叙述中的请示', paragraphs: [{ text: '重大事项及时向市委请示报告，经批准后组织实施。' }] },
	{ kind: 'good', title: '提请审查批准预算', paragraphs: [{ text: '预算调整方案（草案）已报告如下，请予审查批准。' }] },
	{ kind: 'good', title: '审议结果报告的结尾', paragraphs: [{ text: '草案修改稿和以上报告是否妥当，请审议。' }] },
	{
		kind: 'bad',
		title: '妥否，请批示',
		paragraphs: [{ text: '以上报告妥否，请批示。', role: 'closing' }],
		fixed: '以上报告，请予审议。',
	},
	{
		kind: 'bad',
		title: '特此报告',
		paragraphs: [{ text: '加快项目建设。' }, { text: '特此报告。' }],
		fixed: '加快项目建设。\n以上报告，请予审议。',
	},
	{
		kind: 'bad',
		title: '正文里请求批复',
		paragraphs: [
			{
				text: '市财政局拟安排专项资金2000万元用于管网改造，请予批复，以便尽早组织项目招标和开工建设，确保汛期前完工。',
			},
		],
	},
];
