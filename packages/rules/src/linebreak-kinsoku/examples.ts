import type { RuleExample } from '@bianxu/model';

const lines = (...texts: readonly string[]) => ({
	text: texts.join(''),
	printed: texts.map((text) => ({ page: 1, text })),
});

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '逗号在行末', paragraphs: [lines('今年以来，全市财政运行平稳，', '收支好于预期。')] },
	{ kind: 'bad', title: '句号在行首', paragraphs: [lines('全市财政运行平稳', '。收支好于预期。')] },
	{ kind: 'bad', title: '前书名号在行末', paragraphs: [lines('贯彻落实《', '中华人民共和国预算法》。')] },
];
