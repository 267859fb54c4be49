import type { RuleExample } from '@bianxu/model';

const title = { text: '滨江市第十七届人民代表大会专门委员会补充成员名单（草案）', role: 'title' as const };
const note = { text: '（按姓名笔画为序）' };

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '王排在万前面',
		template: 'appointment',
		paragraphs: [title, note, { text: '王　倩（女）', role: 'name-entry' }, { text: '万家和', role: 'name-entry' }],
	},
	{
		kind: 'bad',
		title: '一行几个人',
		template: 'appointment',
		paragraphs: [title, { text: '（按姓氏笔画排列）' }, { text: '石永刚　吴桂英　马　骏　黄志远', role: 'name-entry' }],
	},
	{
		kind: 'good',
		title: '由少到多',
		template: 'appointment',
		paragraphs: [
			title,
			note,
			{ text: '万家和', role: 'name-entry' },
			{ text: '马　骏（回族）', role: 'name-entry' },
			{ text: '王　倩（女）', role: 'name-entry' },
			{ text: '石永刚', role: 'name-entry' },
			{ text: '吴桂英（女）', role: 'name-entry' },
		],
	},
];
