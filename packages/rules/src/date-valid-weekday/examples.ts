import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'bad', title: '不存在的日子', paragraphs: [{ text: '整改工作于2026年6月31日前完成。' }] },
	{ kind: 'bad', title: '星期不对', paragraphs: [{ text: '会议定于2026年11月26日（星期五）召开。' }] },
	{ kind: 'bad', title: '平年2月29日', paragraphs: [{ text: '2026年2月29日，召开动员会。' }] },
	{
		kind: 'good',
		title: '日期和星期都对',
		paragraphs: [
			{ text: '会议定于2026年11月26日（星期四）上午召开，2024年2月29日启动，2月29日庆生，1—3月30日均有安排。' },
		],
	},
];
