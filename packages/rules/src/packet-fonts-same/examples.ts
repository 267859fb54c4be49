import type { RuleExample } from '@bianxu/model';

const heading = { text: '一、主要工作', role: 'heading-1', font: '黑体' } as const;
const text = '今年以来，全市各级各部门认真落实市委部署，各项工作取得新成效。';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '正文字体不同',
		paragraphs: [heading, { text, font: '方正仿宋_GBK' }],
	},
	{
		kind: 'bad',
		title: '一级标题字体不同',
		paragraphs: [{ ...heading, font: '方正黑体_GBK' }, { text }],
	},
	{
		kind: 'good',
		title: '相同；同一字体的英文名',
		paragraphs: [
			{ ...heading, font: 'SimHei' },
			{ text, font: 'FangSong_GB2312' },
		],
	},
];
