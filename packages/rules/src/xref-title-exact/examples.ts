import type { RuleExample } from '@bianxu/model';

const title = { text: '关于2026年国民经济和社会发展计划执行情况的审查意见', role: 'title' } as const;

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '题目准确；别的年份；别的文种；法规',
		paragraphs: [
			title,
			{ text: '对《关于2026年国民经济和社会发展计划执行情况的报告》进行了初步审查。' },
			{ text: '《关于2025年国民经济和社会发展计划执行情况的报告》提出的措施已经落实。' },
			{ text: '根据《中华人民共和国各级人民代表大会常务委员会监督法》，提出《审查意见》。' },
		],
	},
	{
		kind: 'good',
		title: '引文、另有文号的文件',
		paragraphs: [
			title,
			{ text: '来信说：“请看《关于2026年国民经济与社会发展计划执行情况的报告》。”' },
			{ text: '市人民政府《关于2026年国民经济与社会发展计划执行情况的报告》（滨政发〔2026〕5号）已印发。' },
		],
	},
	{
		kind: 'bad',
		title: '“和”写成“与”',
		paragraphs: [title, { text: '对《关于2026年国民经济与社会发展计划执行情况的报告》进行了初步审查。' }],
		fixed: `${title.text}\n对《关于2026年国民经济和社会发展计划执行情况的报告》进行了初步审查。`,
	},
	{
		kind: 'bad',
		title: '漏字',
		paragraphs: [title, { text: '《关于2026年国民经济和社会发展计划执行的报告》（会议材料之一）已经印发。' }],
		fixed: `${title.text}\n《关于2026年国民经济和社会发展计划执行情况的报告》（会议材料之一）已经印发。`,
	},
];
