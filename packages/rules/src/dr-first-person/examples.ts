import type { RuleExample } from '@bianxu/model';

const office = '我局建成养老服务中心24个。我局改造困难家庭4200户。我们新增床位3680张。我局办理代表建议61件。';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '没有“我”',
		template: 'duty-report',
		paragraphs: [{ text: '全市建成养老服务中心24个，办结代表建议61件，廉政建设得到加强。' }],
	},
	{
		kind: 'bad',
		title: '全是“我局”',
		template: 'duty-report',
		paragraphs: [{ text: office.repeat(3) }, { text: '我到基层调研。' }],
	},
	{
		kind: 'good',
		title: '说本人',
		template: 'duty-report',
		paragraphs: [{ text: '我牵头建成养老服务中心24个，我签批行政许可217份。我局承办代表建议61件，我全部审阅。' }],
	},
];
