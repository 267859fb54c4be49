import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '待填的日期、待勾的方框',
		markdown:
			'# 关于清水河治理情况的报告\n\n市水利局于   年   月   日作出了答复。\n\n经检查，投标文件 口 不存在密封问题 口 存在密封问题。\n',
	},
	{
		kind: 'bad',
		title: '句子里的空格',
		paragraphs: [{ text: '全市 各级各部门认真落实市委部署，各项工作取得新成效。' }],
		fixed: '全市各级各部门认真落实市委部署，各项工作取得新成效。',
	},
	{
		kind: 'bad',
		title: '标点前的全角空格',
		paragraphs: [{ text: '根据条例第　十二条的规定　，制定实施细则。' }],
		fixed: '根据条例第十二条的规定，制定实施细则。',
	},
	{
		kind: 'good',
		title: '署名和法条的空格',
		paragraphs: [
			{ text: '市审计局局长　王建平', role: 'author' },
			{ text: '第十二条　市人民政府应当每年向市人大常委会报告工作。' },
			{ text: '主持人　李　红' },
		],
	},
];
