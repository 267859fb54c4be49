import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '书名号之间',
		paragraphs: [{ text: '贯彻实施《监督法》、《预算法》，依法开展监督。' }],
		fixed: '贯彻实施《监督法》《预算法》，依法开展监督。',
	},
	{
		kind: 'bad',
		title: '引号之间',
		paragraphs: [{ text: '统筹“三公”、“两费”支出。' }],
		fixed: '统筹“三公”“两费”支出。',
	},
	{
		kind: 'good',
		title: '中间有括注的可以用顿号',
		paragraphs: [{ text: '审议《滨江市2026年预算（草案）》（以下简称《预算》）、《滨江市湿地保护条例（草案）》。' }],
	},
];
