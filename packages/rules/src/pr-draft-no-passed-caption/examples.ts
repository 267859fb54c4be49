import type { RuleExample } from '@bianxu/model';

const template = 'appointment';
const note = '（2026年11月27日滨江市第十七届人民代表大会常务委员会第二十三次会议通过）';
const draft = { text: '滨江市人民代表大会常务委员会任免名单（草案）', role: 'title' } as const;
const entry = { text: '任命宋雨为滨江市人民代表大会常务委员会研究室主任。' } as const;

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '草案没有题注', template, paragraphs: [draft, entry] },
	{
		kind: 'good',
		title: '通过后的名单',
		template,
		paragraphs: [
			{ text: '滨江市人民代表大会常务委员会任免名单', role: 'title' },
			{ text: note, role: 'caption' },
			entry,
		],
	},
	{
		kind: 'bad',
		title: '草案写了「通过」',
		template,
		paragraphs: [draft, { text: note, role: 'caption' }, entry],
		fixed: `${draft.text}\n${entry.text}`,
	},
	{
		kind: 'bad',
		title: '题注没有认出来',
		template,
		paragraphs: [draft, { text: note, role: 'unknown', confidence: 0.3 }, entry],
		fixed: `${draft.text}\n${entry.text}`,
	},
];
