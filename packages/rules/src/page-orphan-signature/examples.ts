import type { RuleExample } from '@bianxu/model';

const body = { text: '以上报告，请予审议。', role: 'closing' } as const;
const at = (page: number, text: string) => [{ page, text }];

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '落款与结束语同在一面',
		paragraphs: [
			{ text: '各项工作顺利推进。' },
			{ ...body, printed: at(2, body.text) },
			{ text: '滨江市财政局', role: 'signature' },
			{ text: '2026年11月26日', role: 'date' },
		],
	},
	{
		kind: 'bad',
		title: '署名和日期单独成页',
		paragraphs: [
			body,
			{ text: '滨江市财政局', role: 'signature', printed: at(2, '滨江市财政局') },
			{ text: '2026年11月26日', role: 'date' },
		],
	},
	{
		kind: 'bad',
		title: '日期被挤到下一面',
		paragraphs: [
			body,
			{ text: '滨江市财政局', role: 'signature' },
			{ text: '2026年11月26日', role: 'date', printed: at(2, '2026年11月26日') },
		],
	},
];
