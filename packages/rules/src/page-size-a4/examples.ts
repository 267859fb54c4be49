import type { RuleExample } from '@bianxu/model';

const text = '各位委员：受市人民政府委托，现将有关情况报告如下。';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: 'A4 纵向', paragraphs: [{ text }] },
	{ kind: 'good', title: 'A4 横向的附表页', paragraphs: [{ text }], page: { width: 297, height: 210, landscape: 1 } },
	{
		kind: 'bad',
		title: '美国信纸（新建空白文档的默认纸张）',
		paragraphs: [{ text }],
		page: { width: 215.9, height: 279.4 },
		fixed: text,
	},
	{ kind: 'bad', title: '16 开', paragraphs: [{ text }], page: { width: 184, height: 260 }, fixed: text },
];
