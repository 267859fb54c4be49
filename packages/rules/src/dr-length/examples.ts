import type { ExampleParagraph, RuleExample } from '@bianxu/model';

const template = 'duty-report';
const title = { text: '述职报告', role: 'title' } as const;
const sentence = '我坚持依法履行职责，认真办理代表建议，自觉接受人大监督，严格遵守廉洁自律各项要求。';
const text = (times: number): ExampleParagraph => ({ text: sentence.repeat(times) });

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '两千多字', template, paragraphs: [title, text(30), text(30)] },
	{ kind: 'bad', title: '太短', template, paragraphs: [title, text(10)] },
	{ kind: 'bad', title: '太长', template, paragraphs: [title, text(70), text(70)] },
];
