import type { RuleExample } from '@bianxu/model';

const template = 'appointment';
const list = { text: '滨江市人民代表大会常务委员会任命名单（草案）', role: 'title' } as const;

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '只写姓名',
		template,
		paragraphs: [list, { text: '吴若楠为滨江市水利局局长。', role: 'name-entry' }],
	},
	{
		kind: 'good',
		title: '说明里可以称同志',
		template,
		paragraphs: [
			{ text: '关于提请任命吴若楠职务的说明', role: 'title' },
			{ text: '吴若楠同志长期从事水利工作，作风务实，敢于负责。' },
		],
	},
	{
		kind: 'bad',
		title: '名单里称同志',
		template,
		paragraphs: [list, { text: '吴若楠同志为滨江市水利局局长。', role: 'name-entry' }],
		fixed: `${list.text}\n吴若楠为滨江市水利局局长。`,
	},
	{
		kind: 'bad',
		title: '决定里称同志',
		template,
		paragraphs: [
			{ text: '滨江市人民代表大会常务委员会关于接受许清和辞去滨江市副市长职务的请求的决定（草案）', role: 'title' },
			{ text: '会议决定：接受许清和同志辞去滨江市副市长职务的请求。' },
		],
		fixed:
			'滨江市人民代表大会常务委员会关于接受许清和辞去滨江市副市长职务的请求的决定（草案）\n会议决定：接受许清和辞去滨江市副市长职务的请求。',
	},
];
