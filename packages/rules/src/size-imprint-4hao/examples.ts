import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '四号', paragraphs: [{ text: '抄送：市人民政府办公室。', role: 'imprint', size: 14 }] },
	{
		kind: 'bad',
		title: '三号',
		paragraphs: [{ text: '抄送：市人民政府办公室。', role: 'imprint' }],
		fixed: '抄送：市人民政府办公室。',
	},
	{
		kind: 'bad',
		title: '小四',
		paragraphs: [{ text: '滨江市人大常委会办公室  2026年11月20日印发', role: 'imprint', size: 12 }],
	},
];
