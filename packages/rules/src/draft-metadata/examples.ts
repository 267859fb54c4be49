import type { RuleExample } from '@bianxu/model';

const lines = [
	'今年以来，全市财政运行总体平稳，收支好于预期目标。',
	'各部门认真执行人大决议，预算约束进一步增强。',
	'民生支出得到保障，重点项目按计划推进。',
];

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '没有个人信息',
		print: { pages: [{ lines }], about: { Title: '关于预算执行情况的报告', Producer: 'Bianxu' } },
	},
	{ kind: 'good', title: '作者是机关', print: { pages: [{ lines }], about: { Author: '滨江市人大常委会办公室' } } },
	{ kind: 'bad', title: '作者是个人', print: { pages: [{ lines }], about: { Author: 'zhangmou' } } },
	{
		kind: 'bad',
		title: '标题是文件路径',
		print: { pages: [{ lines }], about: { Title: 'D:\\文稿\\报告（三稿）.docx' } },
	},
];
