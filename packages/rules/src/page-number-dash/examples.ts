import type { RuleExample } from '@bianxu/model';

const text = '上半年经济运行平稳。';
const number = {
	where: 'footer',
	field: 'PAGE',
	font: '宋体',
	latin: '宋体',
	size: 14,
	alignment: 'right',
	rightChars: 100,
} as const;

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '— 1 —', paragraphs: [{ text }] },
	{ kind: 'bad', title: '只有数字', paragraphs: [{ text }, { text: '1', ...number }], fixed: text },
	{ kind: 'bad', title: '半角短横', paragraphs: [{ text }, { text: '- 1 -', ...number }], fixed: text },
	{ kind: 'bad', title: '第 1 页', paragraphs: [{ text }, { text: '第1页', ...number }], fixed: text },
	{ kind: 'bad', title: '不空半字，只提示', paragraphs: [{ text }, { text: '—1—', ...number }], fixed: text },
];
