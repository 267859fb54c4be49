import type { RuleExample } from '@bianxu/model';

const cell = { text: '指标', where: 'table' } as const;

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '表1　标题', paragraphs: [{ text: '表1　上半年收支情况', role: 'table-caption' }, cell] },
	{ kind: 'good', title: '没有编号的表题', paragraphs: [{ text: '上半年收支情况表', role: 'table-caption' }, cell] },
	{
		kind: 'bad',
		title: '数字后面是冒号',
		paragraphs: [{ text: '表1：上半年收支情况', role: 'table-caption' }, cell],
		fixed: '表1　上半年收支情况\n指标',
	},
	{
		kind: 'bad',
		title: '汉字数字',
		paragraphs: [{ text: '表一 上半年收支情况。', role: 'table-caption' }, cell],
		fixed: '表1　上半年收支情况\n指标',
	},
	{ kind: 'bad', title: '表题在表的下方', paragraphs: [cell, { text: '表1　上半年收支情况', role: 'table-caption' }] },
];
