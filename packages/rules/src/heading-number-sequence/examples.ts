import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '各级连续，换了上级另起',
		paragraphs: [
			{ text: '一、主要工作', role: 'heading-1' },
			{ text: '（一）加强领导', role: 'heading-2' },
			{ text: '（二）健全机制', role: 'heading-2' },
			{ text: '二、存在的问题', role: 'heading-1' },
			{ text: '（一）进展不平衡', role: 'heading-2' },
			{ text: '（二）保障不到位', role: 'heading-2' },
		],
	},
	{
		kind: 'good',
		title: '手打序号与自动编号相接，附件另起',
		paragraphs: [
			{ text: '主要工作', role: 'heading-1', label: '一、' },
			{ text: '二、存在的问题', role: 'heading-1' },
			{ text: '下一步打算', role: 'heading-1', label: '三、' },
			{ text: '附件1', role: 'attachment-label' },
			{ text: '一、任职理由', role: 'heading-1' },
		],
	},
	{
		kind: 'good',
		title: '缺的一项写在段落里',
		paragraphs: [
			{ text: '主要做了两件事：（一）修订制度。健全台账。', role: 'body' },
			{ text: '（二）开展检查', role: 'heading-2' },
		],
	},
	{
		kind: 'good',
		title: '另起的一组，前一项在正文里',
		paragraphs: [
			{ text: '（一）报名资格', role: 'heading-2' },
			{ text: '（二）报名时间', role: 'heading-2' },
			{ text: '需要提交的材料：（一）申请表。' },
			{ text: '（二）证明复印件', role: 'heading-2' },
		],
	},
	{
		kind: 'bad',
		title: '跳号',
		paragraphs: [
			{ text: '一、主要工作', role: 'heading-1' },
			{ text: '二、存在的问题', role: 'heading-1' },
			{ text: '四、下一步打算', role: 'heading-1' },
			{ text: '五、有关建议', role: 'heading-1' },
		],
		fixed: '一、主要工作\n二、存在的问题\n三、下一步打算\n四、有关建议',
	},
	{
		kind: 'bad',
		title: '重复，后面的仍按位置编',
		paragraphs: [
			{ text: '二、需要关注的问题', role: 'body' },
			{ text: '（一）目标难度较大', role: 'heading-2' },
			{ text: '（二）项目支撑不足', role: 'heading-2' },
			{ text: '（二）转化不够顺畅', role: 'heading-2' },
			{ text: '（四）民生还有短板', role: 'heading-2' },
		],
		fixed: '二、需要关注的问题\n（一）目标难度较大\n（二）项目支撑不足\n（三）转化不够顺畅\n（四）民生还有短板',
	},
	{
		kind: 'bad',
		title: '自动编号之后手打的序号重复',
		paragraphs: [
			{ text: '主要工作', role: 'heading-1', label: '一、' },
			{ text: '一、存在的问题', role: 'heading-1' },
		],
		fixed: '主要工作\n二、存在的问题',
	},
];
