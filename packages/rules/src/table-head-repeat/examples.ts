import type { RuleExample } from '@bianxu/model';

const rows = Array.from({ length: 30 }, (_, row) =>
	[0, 1].map((column) => ({ text: `第${row + 1}行`, where: 'table' as const, cell: { table: 0, row, column } })),
).flat();

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '设了重复标题行', paragraphs: rows, page: { headRows: 1 } },
	{ kind: 'good', title: '短表', paragraphs: rows.slice(0, 20), page: { headRows: 0 } },
	{ kind: 'bad', title: '30 行没有设', paragraphs: rows, page: { headRows: 0 } },
	{ kind: 'bad', title: '25 行没有设', paragraphs: rows.slice(0, 50), page: { headRows: 0 } },
];
