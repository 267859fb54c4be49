import type { RuleExample } from '@bianxu/model';

const text = '主任、各位副主任、秘书长、各位委员：';

export const examples: readonly RuleExample[] = [
	{ kind: 'good', title: '顶格', paragraphs: [{ text, role: 'salutation' }] },
	{ kind: 'bad', title: '首行缩进 2 字', paragraphs: [{ text, role: 'salutation', firstLineChars: 200 }], fixed: text },
	{ kind: 'bad', title: '前面打了空格', paragraphs: [{ text: `　　${text}`, role: 'salutation' }], fixed: text },
];
