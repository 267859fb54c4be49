import type { RuleExample } from '@bianxu/model';

const title = { text: '滨江市第十七届人大常委会第二十三次会议主持词', role: 'title' } as const;

export const examples: readonly RuleExample[] = [
	{
		kind: 'good',
		title: '议程里有的项目',
		paragraphs: [title, { text: '现在进行第一项议程。下面审议第一项至第二项议程。' }],
	},
	{
		kind: 'good',
		title: '别的会议的议程、引文',
		paragraphs: [title, { text: '第二十二次会议第六项议程继续审议。有人问：“第九项议程是什么？”' }],
	},
	{ kind: 'bad', title: '只有两项议程', paragraphs: [title, { text: '现在进行第三项议程。' }] },
	{ kind: 'bad', title: '范围的末项不存在', paragraphs: [title, { text: '下面分组审议第一项至第四项议程。' }] },
];
