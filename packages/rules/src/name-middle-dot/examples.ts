import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '项目符号当间隔号',
		paragraphs: [{ text: '市人大代表买买提•艾力反映了群众意见。' }],
		fixed: '市人大代表买买提·艾力反映了群众意见。',
	},
	{
		kind: 'bad',
		title: '名单里的句点',
		paragraphs: [{ text: '阿不力克木.吐尔逊为滨江市人民政府副市长', role: 'name-entry' }],
		fixed: '阿不力克木·吐尔逊为滨江市人民政府副市长',
	},
	{
		kind: 'good',
		title: '正确的间隔号',
		paragraphs: [{ text: '市人大代表买买提·艾力反映了群众意见，“一·二八”纪念活动举行。' }],
	},
];
