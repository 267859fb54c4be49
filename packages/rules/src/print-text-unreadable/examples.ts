import type { RuleExample } from '@bianxu/model';

const lines = [
	'今年以来，全市财政运行总体平稳，收支好于预期目标。',
	'各部门认真执行人大决议，预算约束进一步增强。',
	'民生支出得到保障，重点项目按计划推进。',
];
const scan = { lines: [], number: null, images: [{ width: 190, height: 270, pixels: [1600, 2270] as const }] };

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '有文字', print: { pages: [{ lines }] } },
	{ kind: 'bad', title: '整份是扫描件', print: { pages: [scan, scan] } },
	{ kind: 'bad', title: '夹了一面扫描件', print: { pages: [{ lines }, scan] } },
];
