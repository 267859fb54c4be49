import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '没有（草案）',
		paragraphs: [{ text: '滨江市人民代表大会常务委员会关于加强清溪河流域保护的决定', role: 'title' }],
	},
	{
		kind: 'bad',
		title: '通过了还写（草案）',
		paragraphs: [
			{ text: '滨江市人民代表大会常务委员会关于加强清溪河流域保护的决定（草案）', role: 'title' },
			{ text: '（2026年11月27日市十七届人大常委会第二十三次会议通过）', role: 'caption' },
		],
	},
	{
		kind: 'good',
		title: '（草案）和（草案二次审议稿）',
		paragraphs: [{ text: '滨江市人民代表大会常务委员会关于加强清溪河流域保护的决定（草案二次审议稿）', role: 'title' }],
	},
];
