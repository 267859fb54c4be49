import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '标明按中文处理', paragraphs: [{ text: '深入实施“一网通办”改革。' }] },
	{
		kind: 'good',
		title: '西文字体就是中文字体',
		paragraphs: [{ text: '深入实施“一网通办”改革。', hint: false, latin: '仿宋_GB2312' }],
	},
	{ kind: 'good', title: '英文里的撇号', paragraphs: [{ text: '引进 Children’s Hospital 合作项目。', hint: false }] },
	{
		kind: 'bad',
		title: '引号取了 Times New Roman',
		paragraphs: [{ text: '深入实施“一网通办”改革。', hint: false }],
		fixed: '深入实施“一网通办”改革。',
	},
	{
		kind: 'bad',
		title: '破折号取了 Times New Roman',
		paragraphs: [{ text: '——抓好落实。', hint: false }],
		fixed: '——抓好落实。',
	},
];
