import type { ExampleParagraph, RuleExample } from '@bianxu/model';

const cells = (...rows: readonly (readonly string[])[]): readonly ExampleParagraph[] =>
	rows.flatMap((row, r) =>
		row.map((text, column) => ({
			text,
			where: 'table' as const,
			role: 'table-cell' as const,
			cell: { table: 0, row: r, column },
		})),
	);

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '其中只列主要部分',
		paragraphs: [{ text: '全年支出98.5亿元，其中教育支出21.4亿元、卫生支出11.2亿元，分别增长5%、6%。' }],
	},
	{
		kind: 'good',
		title: '合计无误',
		paragraphs: cells(['科目', '金额'], ['教育', '21.4'], ['卫生', '11.2'], ['合计', '32.6']),
	},
	{
		kind: 'bad',
		title: '分项之和大于总数',
		paragraphs: [{ text: '收到建议120件，其中城建类75件、教育类31件、其他类24件。' }],
	},
	{
		kind: 'bad',
		title: '占比加起来不是百分之百',
		paragraphs: [{ text: '三类项目投资分别占总投资的52%、31%和15%。' }],
	},
	{
		kind: 'bad',
		title: '合计算错',
		paragraphs: cells(['科目', '金额'], ['教育', '21.4'], ['卫生', '11.2'], ['合计', '33.6']),
	},
];
