import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'bad', title: '市人大主任', paragraphs: [{ text: '市人大主任、副主任参加了视察。' }] },
	{ kind: 'bad', title: '人大常委作为机关', paragraphs: [{ text: '根据市人大常委审议意见，抓好整改落实。' }] },
	{
		kind: 'good',
		title: '正确的称谓',
		paragraphs: [
			{
				text: '市人大常委会主任会议研究，市人大常委会副主任、全国人大常委委员会见代表，市人大财政经济委员会主任委员到会。',
			},
		],
	},
];
