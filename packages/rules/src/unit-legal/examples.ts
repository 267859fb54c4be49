import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'bad', title: '平米', paragraphs: [{ text: '新建保障性住房25万平米。' }] },
	{ kind: 'bad', title: '符号大小写', paragraphs: [{ text: '新建主干道12.5KM，铺设管网。' }] },
	{ kind: 'bad', title: '换算后数值要变的单位，只提示不代改', paragraphs: [{ text: '新修水渠5华里。' }] },
	{
		kind: 'good',
		title: '可以用的单位',
		paragraphs: [{ text: '新建绿道12公里、住房25万平方米，流转土地300亩，补贴50公斤。' }],
	},
];
