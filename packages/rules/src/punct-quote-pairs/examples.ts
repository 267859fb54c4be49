import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '直引号',
		paragraphs: [{ text: '深入推进"放管服"改革，企业开办时间压缩到1个工作日。' }],
		fixed: '深入推进“放管服”改革，企业开办时间压缩到1个工作日。',
	},
	{
		kind: 'bad',
		title: '两个都是前引号',
		paragraphs: [{ text: '深入推进“放管服“改革。' }],
		fixed: '深入推进“放管服”改革。',
	},
	{ kind: 'bad', title: '缺后引号', paragraphs: [{ text: '深入推进“放管服改革。' }] },
	{
		kind: 'good',
		title: '引文分几段，每段开头都有前引号',
		paragraphs: [
			{ text: '“第十二条　市、县人民政府应当每年报告工作。' },
			{ text: '“第十三条　报告应当公开。”' },
			{ text: '落实“双随机、一公开”监管，屏幕尺寸不小于55"。' },
		],
	},
];
