import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'bad', title: '这份没有印数', paragraphs: [{ text: '关于依法履职情况的述职报告', role: 'title' }] },
	{ kind: 'bad', title: '名单没有印数', paragraphs: [{ text: '任免名单（草案）', role: 'title' }] },
	{ kind: 'good', title: '没有标题的文件不提示', paragraphs: [{ text: '说明。' }] },
];
