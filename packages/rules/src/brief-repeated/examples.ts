import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '与另一份材料的段落相同',
		paragraphs: [
			{
				text: '坚持城乡统筹、建管并重，落实资金4.3亿元，新建规模化水厂6座，铺设供水管网860公里，农村自来水普及率达到98.6%。',
			},
		],
	},
	{
		kind: 'bad',
		title: '只换了数字',
		paragraphs: [
			{
				text: '坚持城乡统筹、建管并重，落实资金5.1亿元，新建规模化水厂8座，铺设供水管网920公里，农村自来水普及率达到99.1%。',
			},
		],
	},
	{
		kind: 'good',
		title: '各写各的',
		paragraphs: [
			{
				text: '全市中小学校舍安全工程全部完工，新增学位3200个，城区大班额问题基本解决，乡村教师周转宿舍覆盖所有乡镇中心学校。',
			},
		],
	},
	{ kind: 'good', title: '短句不算', paragraphs: [{ text: '以上报告，请予审议。' }] },
];
