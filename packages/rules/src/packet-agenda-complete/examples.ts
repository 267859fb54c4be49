import type { RuleExample } from '@bianxu/model';

const title = { text: '滨江市第十七届人民代表大会常务委员会第二十三次会议议程（草案）', role: 'title' } as const;
const first = { text: '一、听取和审议市人民政府关于2026年计划执行情况的报告' };

export const examples: readonly RuleExample[] = [
	{ kind: 'bad', title: '议程少了一项', paragraphs: [title, first] },
	{
		kind: 'bad',
		title: '题目不一致',
		paragraphs: [title, first, { text: '二、听取和审议市人民政府关于审计整改情况的报告' }],
	},
	{
		kind: 'good',
		title: '齐全，书面的加括注',
		paragraphs: [title, first, { text: '二、听取和审议市人民政府关于审计查出问题整改情况的报告（书面）' }],
	},
];
