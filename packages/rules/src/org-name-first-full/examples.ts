import type { RuleExample } from '@bianxu/model';

const one = { text: '市发展和改革委员会牵头编制了实施方案。' } as const;
const other = { text: '会后，市发改委逐项抓好落实。' } as const;

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '先全称后简称', paragraphs: [one, other] },
	{ kind: 'good', title: '只用简称', paragraphs: [other, { text: '市财政局足额安排资金。' }] },
	{
		kind: 'good',
		title: '写明了简称',
		paragraphs: [{ text: '市发改委（以下简称市发改委）会同有关部门调研。' }, one],
	},
	{ kind: 'bad', title: '先简称后全称', paragraphs: [other, one] },
	{
		kind: 'bad',
		title: '同一句里先简称后全称',
		paragraphs: [{ text: '市卫健委报来材料后，经与市卫生健康委员会核对，数据属实。' }],
	},
];
