import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '没有写理由',
		markdown: '# 关于清水河治理情况的报告\n\n<!-- 编序: 允许 punct-duplicate -->\n\n治理工程已经完成。。\n',
	},
	{
		kind: 'bad',
		title: '没有写规则名',
		markdown: '# 关于清水河治理情况的报告\n\n<!-- 编序: 允许 原文如此 -->\n\n治理工程已经完成。。\n',
	},
	{
		kind: 'good',
		title: '写明规则和理由',
		markdown:
			'# 关于清水河治理情况的报告\n\n<!-- 编序: 允许 punct-duplicate 引自碑文，原样照录 -->\n\n碑上写着：水清民安。。\n',
	},
	{
		kind: 'good',
		title: '别的注释与此无关',
		markdown: '# 关于清水河治理情况的报告\n\n<!-- 数据待核 -->\n\n治理工程已经完成。\n',
	},
];
