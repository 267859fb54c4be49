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
	{ kind: 'good', title: '次序相同', print: { pages: source, source } },
	{
		kind: 'bad',
		title: '第2、3页颠倒',
		print: { pages: [{ lines }, { lines: third, number: '— 3 —' }, { lines: more, number: '— 2 —' }], source },
	},
	{
		kind: 'bad',
		title: '第1、2页颠倒',
		print: { pages: [{ lines: more, number: '— 2 —' }, { lines, number: '— 1 —' }, { lines: third }], source },
	},
];
