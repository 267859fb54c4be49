import type { RuleExample } from '@bianxu/model';

export const examples: readonly RuleExample[] = [
	{
		kind: 'bad',
		title: '方括号',
		paragraphs: [{ text: '根据滨人常[2026]5号文件要求，开展专项检查。' }],
		fixed: '根据滨人常〔2026〕5号文件要求，开展专项检查。',
	},
	{
		kind: 'bad',
		title: '虚位和“第”',
		paragraphs: [{ text: '根据滨政发〔2026〕第05号文件要求，开展专项检查。' }],
		fixed: '根据滨政发〔2026〕5号文件要求，开展专项检查。',
	},
	{
		kind: 'good',
		title: '正确的字号；法院案号',
		paragraphs: [{ text: '根据滨人常〔2026〕5号文件，再审（2024）苏02民终123号案件。' }],
	},
];
