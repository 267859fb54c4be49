import type { RuleExample } from '@bianxu/model';

function table(heads: readonly string[]): {
	readonly text: string;
	readonly where: 'table';
	readonly cell: { readonly table: number; readonly row: number; readonly column: number };
}[] {
	const rows = [heads, ['税收收入', '86.3', '5.1'], ['非税收入', '40.2', '6.0'], ['转移支付', '35.8', '2.4']];
	return rows.flatMap((row, at) =>
		row.map((text, column) => ({ text, where: 'table' as const, cell: { table: 0, row: at, column } })),
	);
}

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '右上方写单位',
		paragraphs: [{ text: '单位：亿元', role: 'unit-note' }, ...table(['项目', '完成数', '增长'])],
	},
	{ kind: 'good', title: '栏目里写单位', paragraphs: table(['项目', '完成数（亿元）', '增长（%）']) },
	{ kind: 'bad', title: '没有单位', paragraphs: table(['项目', '完成数', '增长']) },
	{
		kind: 'bad',
		title: '表题也没有单位',
		paragraphs: [{ text: '表1　收入情况', role: 'table-caption' }, ...table(['项目', '上年', '本年'])],
	},
];
