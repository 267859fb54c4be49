import type { RuleExample } from '@bianxu/model';

const lines = (...texts: readonly string[]) => ({
	text: texts.join(''),
	printed: texts.map((text) => ({ page: 1, text })),
});

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '在单位之后转行', paragraphs: [lines('全市地区生产总值4236.5亿元，', '增长5.2%。')] },
	{ kind: 'good', title: '网址不是数值', paragraphs: [lines('详见http://www.example.gov.cn/20', '26/index.html。')] },
	{ kind: 'bad', title: '数值中间转行', paragraphs: [lines('全市地区生产总值42', '36.5亿元，增长5.2%。')] },
	{ kind: 'bad', title: '百分号转到下一行', paragraphs: [lines('全市地区生产总值增长5.2', '%，高于预期目标。')] },
];
