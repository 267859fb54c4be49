import type { RuleExample } from '@bianxu/model';

const lines = [
	'今年以来，全市财政运行总体平稳，收支好于预期目标。',
	'各部门认真执行人大决议，预算约束进一步增强。',
	'民生支出得到保障，重点项目按计划推进。',
];

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '全部嵌入', print: { pages: [{ lines }] } },
	{ kind: 'bad', title: '仿宋没有嵌入', print: { pages: [{ lines }], notEmbedded: ['FangSong'] } },
	{ kind: 'bad', title: '标题字体没有嵌入', print: { pages: [{ lines }], notEmbedded: ['FZXBSJW--GB1-0'] } },
];
