import type { RuleExample } from '@bianxu/model';

const lines = [
	'今年以来，全市财政运行总体平稳，收支好于预期目标。',
	'各部门认真执行人大决议，预算约束进一步增强。',
	'民生支出得到保障，重点项目按计划推进。',
];
const more = ['下一步，将继续加强预算执行监督，提高资金使用效益。', '以上报告，请予审议。', '请各位委员提出意见。'];

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '空白页没有页码',
		print: { pages: [{ lines }, { lines: [], number: null }, { lines: more, number: '— 3 —' }] },
	},
	{ kind: 'bad', title: '空白页印了页码', print: { pages: [{ lines }, { lines: [] }, { lines: more }] } },
	{ kind: 'bad', title: '末尾空白页印了页码', print: { pages: [{ lines }, { lines: more }, { lines: [] }] } },
];
