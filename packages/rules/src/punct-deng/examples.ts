import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '等前有顿号',
		paragraphs: [{ text: '听取财政、审计、税务、等部门情况汇报。' }],
		fixed: '听取财政、审计、税务等部门情况汇报。',
	},
	{
		kind: 'bad',
		title: '等人',
		paragraphs: [{ text: '走访企业、学校、医院、等32家单位。' }],
		fixed: '走访企业、学校、医院等32家单位。',
	},
	{
		kind: 'good',
		title: '等级、等额',
		paragraphs: [{ text: '明确标准、等级和程序，差额、等额选举依法进行，财政、审计等部门参加。' }],
	},
];
