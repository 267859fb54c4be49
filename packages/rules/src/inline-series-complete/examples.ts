import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '连续，跨段',
		paragraphs: [
			{ text: '主要做法：一是健全机制。建立联席会议制度。二是强化督查。' },
			{ text: '三是公开结果。整改情况向社会公布。' },
		],
	},
	{
		kind: 'good',
		title: '一层套一层',
		paragraphs: [{ text: '一是完善制度：一是修订办法，二是健全台账。二是加强督查。三是公开结果。' }],
	},
	{
		kind: 'good',
		title: '换了标题另起，引文不数',
		paragraphs: [
			{ text: '一是健全机制。二是强化督查。' },
			{ text: '（二）存在的问题', role: 'heading-2' },
			{ text: '一是进展不平衡。会议指出：“四是必须坚持问题导向。”二是保障不到位。' },
		],
	},
	{
		kind: 'bad',
		title: '缺“三是”',
		paragraphs: [{ text: '一是统筹能力不够强。二是破解难题办法不多。四是深入基层不够。' }],
	},
	{
		kind: 'bad',
		title: '“二是”重复',
		paragraphs: [{ text: '一是受客观条件制约。二是历史遗留问题多。二是体制机制不完善。' }],
	},
	{
		kind: 'bad',
		title: '没有“一是”',
		paragraphs: [{ text: '（一）主要问题', role: 'heading-2' }, { text: '有的项目进展慢。二是资金支付不及时。' }],
	},
];
