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
	{
		kind: 'bad',
		title: '同是七画，李（横起笔）在吴（竖起笔）前面',
		template: 'appointment',
		paragraphs: [
			title,
			note,
			{ text: '吴桂英（女）', role: 'name-entry' },
			{ text: '李长河', role: 'name-entry' },
			{ text: '赵志明', role: 'name-entry' },
		],
	},
	{
		kind: 'bad',
		title: '按姓名笔画，田大利在田富前面',
		template: 'appointment',
		paragraphs: [title, note, { text: '田　富', role: 'name-entry' }, { text: '田大利', role: 'name-entry' }],
	},
	{
		kind: 'good',
		title: '按姓氏笔画，两个字的姓名在前',
		template: 'appointment',
		paragraphs: [
			title,
			{ text: '（按姓氏笔画为序）' },
			{ text: '田　富', role: 'name-entry' },
			{ text: '田大利', role: 'name-entry' },
			{ text: '买买提·艾山（维吾尔族）', role: 'name-entry' },
		],
	},
	{
		kind: 'good',
		title: '有表外的字，次序不查',
		template: 'appointment',
		paragraphs: [
			title,
			note,
			{ text: '王　倩（女）', role: 'name-entry' },
			{ text: '萬家和', role: 'name-entry' },
			{ text: '丁一鸣', role: 'name-entry' },
		],
	},
];
