import type { RuleExample } from '@bianxu/model';

const lines = [
	'今年以来，全市财政运行总体平稳，收支好于预期目标。',
	'各部门认真执行人大决议，预算约束进一步增强。',
	'民生支出得到保障，重点项目按计划推进。',
];
const more = ['下一步，将继续加强预算执行监督，提高资金使用效益。', '以上报告，请予审议。', '请各位委员提出意见。'];
const third = ['附件一所列项目均已完工。', '资金全部拨付到位。', '验收合格率达到百分之百。'];
const source = [{ lines }, { lines: more }, { lines: third }];

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '一字不差', print: { pages: source, source } },
	{
		kind: 'bad',
		title: '改了一个字',
		print: {
			pages: [{ lines }, { lines: more.map((line) => line.replace('提高', '提升')) }, { lines: third }],
			source,
		},
	},
	{
		kind: 'bad',
		title: '少了一句',
		print: { pages: [{ lines: lines.slice(0, 2) }, { lines: more }, { lines: third }], source },
	},
];
