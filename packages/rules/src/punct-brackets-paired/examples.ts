import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'bad', title: '缺后括号', paragraphs: [{ text: '全市新建改造城市绿道（含滨江段31公里，受到群众好评。' }] },
	{ kind: 'bad', title: '缺前书名号', paragraphs: [{ text: '认真贯彻实施中华人民共和国监督法》，自觉接受监督。' }] },
	{
		kind: 'bad',
		title: '一半全角、一半半角',
		paragraphs: [{ text: '全市农村公路（含村道)总里程达到3200公里。' }],
		fixed: '全市农村公路（含村道）总里程达到3200公里。',
	},
	{
		kind: 'good',
		title: '成对，序号，嵌套',
		paragraphs: [
			{ text: '贯彻《监督法》（2024年修正），落实《关于〈预算法〉实施情况的报告》。' },
			{ text: '1）完善制度。' },
		],
	},
];
