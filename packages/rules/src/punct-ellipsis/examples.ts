import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '三个句点',
		paragraphs: [{ text: '走访企业、社区、学校...收集意见120条。' }],
		fixed: '走访企业、社区、学校……收集意见120条。',
	},
	{
		kind: 'bad',
		title: '三个句号',
		paragraphs: [{ text: '代表们反映，道路、管网、停车。。。都要统筹。' }],
		fixed: '代表们反映，道路、管网、停车……都要统筹。',
	},
	{
		kind: 'good',
		title: '六个点；目录引导点',
		paragraphs: [{ text: '走访企业、社区、学校……收集意见120条。' }, { text: '关于预算执行情况的报告…………（3）' }],
	},
];
