import type { ExampleParagraph, RuleExample } from '@bianxu/model';

const last: ExampleParagraph = { text: '加快路网提档升级，健全管护资金保障机制。' };

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '以上报告，请予审议。',
		paragraphs: [last, { text: '以上报告，请予审议。', role: 'closing' }],
	},
	{ kind: 'good', title: '请予审议。', paragraphs: [last, { text: '请予审议。', role: 'closing' }] },
	{
		kind: 'good',
		title: '请求写在开头，没有结束语',
		paragraphs: [{ text: '我受市人民政府委托，报告有关情况，请予审议。' }, last],
	},
	{
		kind: 'good',
		title: '不是送人大常委会的报告',
		paragraphs: [{ text: '省交通运输厅：', role: 'salutation' }, last, { text: '特此报告。', role: 'closing' }],
	},
	{
		kind: 'good',
		title: '审议结果报告的结尾',
		paragraphs: [last, { text: '草案修改稿和以上报告是否妥当，请审议。', role: 'closing' }],
	},
	{
		kind: 'bad',
		title: '请批评指正',
		paragraphs: [last, { text: '以上报告如有不妥，请批评指正。', role: 'closing' }],
		fixed: '加快路网提档升级，健全管护资金保障机制。\n以上报告，请予审议。',
	},
	{
		kind: 'bad',
		title: '半角逗号，没有句号，没有认出是结束语',
		paragraphs: [last, { text: '以上报告,请予审议' }],
		fixed: '加快路网提档升级，健全管护资金保障机制。\n以上报告，请予审议。',
	},
	{
		kind: 'bad',
		title: '意思相同的写法，只提示',
		paragraphs: [last, { text: '以上报告，请各位委员审议。', role: 'closing' }],
	},
];
