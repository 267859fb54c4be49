import type { RuleExample } from '@bianxu/model';

const mark = { text: '会议材料之二', role: 'file-mark' } as const;
const title = { text: '关于2026年国民经济和社会发展计划执行情况的审查意见', role: 'title' } as const;

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '指到的材料都在',
		paragraphs: [mark, title, { text: '计划执行情况见会议材料之一，审查意见见会议材料之二。' }],
	},
	{
		kind: 'good',
		title: '别的会议的材料、引文、法规文件',
		paragraphs: [
			mark,
			title,
			{ text: '第二十二次会议材料之九已作说明。来信说：“见会议材料之八。”主任会议材料之五另行印发。' },
		],
	},
	{
		kind: 'good',
		title: '题目与序号相符',
		paragraphs: [
			mark,
			title,
			{ text: '对《关于2026年国民经济和社会发展计划执行情况的报告》（会议材料之一）进行了初步审查。' },
		],
	},
	{
		kind: 'bad',
		title: '没有第五份材料',
		paragraphs: [mark, title, { text: '有关情况见会议材料之五。' }],
	},
	{
		kind: 'bad',
		title: '另一种写法',
		paragraphs: [mark, title, { text: '有关情况见会议文件（一）、（四）。' }],
	},
	{
		kind: 'bad',
		title: '题目是另一份材料的',
		paragraphs: [
			mark,
			title,
			{ text: '对《关于2026年国民经济和社会发展计划执行情况的报告》（会议材料之二）进行了初步审查。' },
		],
		fixed: `会议材料之二\n${title.text}\n对《关于2026年国民经济和社会发展计划执行情况的报告》（会议材料之一）进行了初步审查。`,
	},
];
