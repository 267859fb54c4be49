import type { RuleExample } from '@bianxu/model';

const template = 'duty-report';
const title = { text: '关于依法履职情况的述职报告', role: 'title' } as const;
const body = { text: '2023年4月27日，市十七届人大常委会第七次会议决定任命我为市民政局局长。' } as const;

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '一个人',
		template,
		paragraphs: [title, { text: '市民政局局长　李秀梅', role: 'author' }, body],
	},
	{
		kind: 'good',
		title: '两个字的姓名空一格',
		template,
		paragraphs: [title, { text: '市审计局局长　李　红', role: 'author' }, body],
	},
	{
		kind: 'good',
		title: '两个职务、一个人',
		template,
		paragraphs: [title, { text: '市卫生健康委员会主任、党组书记　李秀梅', role: 'author' }, body],
	},
	{
		kind: 'good',
		title: '书面，落款署名',
		template,
		paragraphs: [title, body, { text: '述职人：李秀梅', role: 'signature' }],
	},
	{
		kind: 'bad',
		title: '两个人',
		template,
		paragraphs: [title, { text: '市民政局局长　李秀梅、王振海', role: 'author' }, body],
	},
	{
		kind: 'bad',
		title: '两行署名',
		template,
		paragraphs: [
			title,
			{ text: '市民政局局长　李秀梅', role: 'author' },
			{ text: '市交通运输局局长　王振海', role: 'author' },
			body,
		],
	},
	{ kind: 'bad', title: '署机关', template, paragraphs: [title, { text: '滨江市民政局', role: 'author' }, body] },
	{
		kind: 'bad',
		title: '前后不是一个人',
		template,
		paragraphs: [
			title,
			{ text: '市民政局局长　李秀梅', role: 'author' },
			body,
			{ text: '述职人：王振海', role: 'signature' },
		],
	},
];
