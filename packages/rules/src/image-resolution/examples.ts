import type { RuleExample } from '@bianxu/model';

const lines = [
	'今年以来，全市财政运行总体平稳，收支好于预期目标。',
	'各部门认真执行人大决议，预算约束进一步增强。',
	'民生支出得到保障，重点项目按计划推进。',
];
const page = (across: number, down: number) => ({
	lines,
	images: [{ width: 120, height: 80, pixels: [across, down] as const }],
});

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '300点', print: { pages: [page(1417, 945)] } },
	{
		kind: 'good',
		title: '小图标不算',
		print: { pages: [{ lines, images: [{ width: 6, height: 6, pixels: [20, 20] }] }] },
	},
	{ kind: 'bad', title: '96点的截屏', print: { pages: [page(454, 302)] } },
	{ kind: 'bad', title: '第2页的图太粗', print: { pages: [page(1417, 945), page(600, 400)] } },
];
