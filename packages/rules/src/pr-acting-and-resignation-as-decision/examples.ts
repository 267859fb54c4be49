import type { RuleExample } from '@bianxu/model';

const title = { text: '滨江市人民代表大会常务委员会任免名单（草案）', role: 'title' as const };

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '名单里有代理',
		template: 'appointment',
		paragraphs: [title, { text: '任命贾明远为滨江市中级人民法院代理院长；', role: 'name-entry' }],
	},
	{
		kind: 'bad',
		title: '名单里有辞职',
		template: 'appointment',
		paragraphs: [title, { text: '接受许清和辞去滨江市人民政府副市长职务的请求；', role: 'name-entry' }],
	},
	{
		kind: 'good',
		title: '决定里的代理和辞职',
		template: 'appointment',
		paragraphs: [
			{
				text: '滨江市人民代表大会常务委员会关于接受许清和辞去滨江市人民政府副市长职务的请求的决定（草案）',
				role: 'title',
			},
			{ text: '第二十三次会议决定：接受许清和辞去滨江市人民政府副市长职务的请求。' },
		],
	},
];
