import type { RuleExample } from '@bianxu/model';

const title = { text: '关于提请任免程思远等人员职务的议案', role: 'title' as const };
const salutation = { text: '滨江市人大常委会：', role: 'salutation' as const };
const bill = { text: '决定任命程思远为滨江市工业和信息化局局长；' };

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '没有基本情况',
		template: 'appointment',
		paragraphs: [title, salutation, { text: '因工作需要，现提请：' }, bill],
	},
	{
		kind: 'bad',
		title: '没有理由',
		template: 'appointment',
		paragraphs: [
			title,
			salutation,
			{ text: '现提请：' },
			bill,
			{
				text: '附件：程思远基本情况',
				role: 'attachment-note',
				lists: { block: 4, number: null, title: '程思远基本情况' },
			},
		],
	},
	{
		kind: 'good',
		title: '都有',
		template: 'appointment',
		paragraphs: [
			title,
			salutation,
			{ text: '因工作需要，现提请：' },
			bill,
			{ text: '附件：程思远简历', role: 'attachment-note', lists: { block: 4, number: null, title: '程思远简历' } },
		],
	},
];
