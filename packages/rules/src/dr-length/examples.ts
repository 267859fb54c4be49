import type { RuleExample } from '@bianxu/model';

const sentence = '我坚持每年到基层调研不少于六十天，走遍全市镇街，推动解决群众急难愁盼问题。';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '太短',
		template: 'duty-report',
		paragraphs: [{ text: sentence.repeat(10) }],
	},
	{ kind: 'bad', title: '太长', template: 'duty-report', paragraphs: [{ text: sentence.repeat(200) }] },
	{ kind: 'good', title: '合适', template: 'duty-report', paragraphs: [{ text: sentence.repeat(60) }] },
];
