import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '半角逗号和句号',
		paragraphs: [{ text: '今年以来,全市经济运行总体平稳,主要指标好于预期.' }],
		fixed: '今年以来，全市经济运行总体平稳，主要指标好于预期。',
	},
	{
		kind: 'bad',
		title: '半角括号和冒号',
		paragraphs: [{ text: '主要做法是:加强统筹(含县区),压实责任;完善机制。' }],
		fixed: '主要做法是：加强统筹（含县区），压实责任；完善机制。',
	},
	{
		kind: 'good',
		title: '数字、时间、比例、网址和英文里的半角标点',
		paragraphs: [
			{ text: '会议于上午9:30开始，收入1,234.5万元，投入产出比为1:3，详见www.example.gov.cn。' },
			{ text: '系统采用REST API, JSON等通用技术，执行GB/T 9704-2012标准。' },
		],
	},
];
