import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '标准编码的生僻字', paragraphs: [{ text: '任命王䶮、李𬭎为副局长。' }] },
	{ kind: 'good', title: '普通的加号', paragraphs: [{ text: '推行“互联网+监管”（试点+推广）。' }] },
	{ kind: 'bad', title: '自造字', paragraphs: [{ text: '任命张\uE1A3为副局长。' }] },
	{ kind: 'bad', title: '用加号拼字', paragraphs: [{ text: '任命王（金+监）为副局长。' }] },
	{ kind: 'bad', title: '拼字描述', paragraphs: [{ text: '任命王⿰金监为副局长。' }] },
];
