import type { RuleExample } from '@bianxu/model';

const body = Array.from({ length: 10 }, (_, index) => ({
	text: `第${index + 1}项工作已经完成，各项指标达到预期目标。`,
}));
const attachment = { text: '附件1', role: 'attachment-label', section: 1 } as const;

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '只有一节', paragraphs: body },
	{ kind: 'good', title: '两节，续前节', paragraphs: [...body, attachment], page: { sections: 2 } },
	{
		kind: 'bad',
		title: '附件从 1 重新编页',
		paragraphs: [...body, attachment],
		page: { sections: 2, pageNumberStart: 1 },
	},
	{
		kind: 'bad',
		title: '附件从 5 开始编页',
		paragraphs: [...body, attachment],
		page: { sections: 2, pageNumberStart: 5 },
	},
];
