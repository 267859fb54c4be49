import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'bad', title: '年度', paragraphs: [{ text: '25年度市级预算执行情况总体良好。' }] },
	{ kind: 'bad', title: '年月', paragraphs: [{ text: '项目自24年3月开工以来进展顺利。' }] },
	{ kind: 'bad', title: '起止年份', paragraphs: [{ text: '23年至25年，全市财政性经费增长较快。' }] },
	{ kind: 'bad', title: '字母O', paragraphs: [{ text: '二O二五年，全市生产总值增长5.6%。' }] },
	{
		kind: 'good',
		title: '四位年份；时间长短；刑期',
		paragraphs: [
			{
				text: '2025年度收入增长，20年来变化巨大，有期徒刑10年6个月，判处10年至15年有期徒刑，使用寿命15年至20年，二〇二五年总结，1998年3月建成。',
			},
		],
	},
];
