import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '补零',
		paragraphs: [{ text: '2026年04月09日', role: 'date' }],
		fixed: '2026年4月9日',
	},
	{
		kind: 'bad',
		title: '汉字成文日期',
		paragraphs: [{ text: '二〇二六年十一月二十日', role: 'date' }],
		fixed: '2026年11月20日',
	},
	{
		kind: 'bad',
		title: '正文里用点号',
		paragraphs: [{ text: '项目于2026.4.9开工建设。' }],
		fixed: '项目于2026年4月9日开工建设。',
	},
	{
		kind: 'good',
		title: '正确的日期；表格、版本号',
		paragraphs: [
			{ text: '2026年11月20日', role: 'date' },
			{ text: '2026.4.9', where: 'table' },
			{ text: '系统版本为2024.4.19.2，截至2026年10月底，第10月1日不休息。' },
		],
	},
];
