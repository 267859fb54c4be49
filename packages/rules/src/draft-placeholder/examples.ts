import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '填好的',
		paragraphs: [{ text: '2026年11月26日，市财政局局长王建国作报告，新建校舍3×12间。' }],
	},
	{
		kind: 'good',
		title: '发文字号的六角括号',
		paragraphs: [{ text: '《关于印发实施方案的通知》（滨政发〔2026〕5号）' }],
	},
	{ kind: 'good', title: '表格的填写说明', paragraphs: [{ text: '（填写前3年资料）' }] },
	{ kind: 'bad', title: '××', paragraphs: [{ text: '市××局局长王建国' }] },
	{ kind: 'bad', title: '日期没有填', paragraphs: [{ text: '2026年×月×日' }] },
	{ kind: 'bad', title: 'XX 和下划线', paragraphs: [{ text: '完成投资XX亿元，增长____%。' }] },
	{ kind: 'bad', title: '括号里的提示', paragraphs: [{ text: '增长5.2%（待核实），由【单位名称】牵头。' }] },
];
