import type { RuleExample } from '@bianxu/model';

const cells = [0, 1, 2].map((column) => ({
	text: '指标',
	where: 'table' as const,
	cell: { table: 0, row: 0, column },
}));

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '与版心同宽', paragraphs: cells },
	{ kind: 'good', title: '伸出单元格边距', paragraphs: cells, page: { columnWidth: 3020 } },
	{ kind: 'bad', title: '宽 185 毫米', paragraphs: cells, page: { columnWidth: 3500 } },
	{ kind: 'bad', title: '宽 212 毫米', paragraphs: cells, page: { columnWidth: 4000 } },
];
