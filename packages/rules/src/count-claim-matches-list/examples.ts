import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '标题条数一致',
		paragraphs: [
			{ text: '财政经济委员会提出以下三点建议：' },
			{ text: '（一）增强预算约束力。先有预算、后有支出。', role: 'heading-2', runInEnd: 11 },
			{ text: '（二）提高资金绩效。做实项目储备。', role: 'heading-2', runInEnd: 10 },
			{ text: '（三）防范债务风险。合理安排偿债资金。', role: 'heading-2', runInEnd: 10 },
		],
	},
	{
		kind: 'good',
		title: '段内列举一致，跨段也数',
		paragraphs: [
			{ text: '主要有以下三种情形：一是受客观条件制约。二是历史遗留问题多。' },
			{ text: '三是体制机制不完善。' },
		],
	},
	{
		kind: 'good',
		title: '没有列举的不报',
		paragraphs: [{ text: '重点抓好以下五个方面的工作，确保全年目标完成。' }, { text: '各部门要各负其责。' }],
	},
	{
		kind: 'bad',
		title: '说五个方面，列了四个标题',
		paragraphs: [
			{ text: '《决定（草案）》主要规定了以下五个方面的内容：' },
			{ text: '（一）明确保护责任', role: 'heading-2' },
			{ text: '（二）严格岸线管控', role: 'heading-2' },
			{ text: '（三）加强系统治理', role: 'heading-2' },
			{ text: '（四）强化社会参与', role: 'heading-2' },
		],
	},
	{
		kind: 'bad',
		title: '说三种情形，段内列了两种',
		paragraphs: [{ text: '因下列三种情形，需要作部分调整。一是新增政府债务。二是土地出让收入减少。' }],
	},
	{
		kind: 'bad',
		title: '说两项，用破折号列了三项',
		paragraphs: [
			{ text: '主要做了以下两项工作：' },
			{ text: '——完善制度，修订管理办法。', role: 'dash-item' },
			{ text: '——加强培训，轮训执法人员。', role: 'dash-item' },
			{ text: '——强化监督，公开检查结果。', role: 'dash-item' },
		],
	},
];
