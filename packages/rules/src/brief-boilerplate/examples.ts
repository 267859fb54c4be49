import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '接连三个“在……下”',
		markdown:
			'# 关于农村供水保障工作情况的报告\n\n一年来，在市委的坚强领导下，在市人大及其常委会的监督支持下，在各级各部门的大力配合下，农村供水工作取得新进展。\n',
	},
	{
		kind: 'bad',
		title: '“在……下”加“以……为……”',
		markdown:
			'# 关于农村供水保障工作情况的报告\n\n在市委的正确领导下，在市人大的有力监督下，以高质量发展为目标，以改革创新为动力，我们新建水厂6座。\n',
	},
	{
		kind: 'good',
		title: '一句带过',
		markdown:
			'# 关于农村供水保障工作情况的报告\n\n一年来，在市委领导和市人大监督下，我市新建水厂6座，铺设管网860公里。\n',
	},
	{
		kind: 'good',
		title: '两个也是常见的',
		markdown: '# 关于农村供水保障工作情况的报告\n\n在市委领导下，在市人大监督下，我市新建水厂6座。\n',
	},
];
