import type { RuleExample } from '@bianxu/model';

const title = { text: '滨江市人民政府关于农村供水保障工作情况的报告', role: 'title' as const };
const sentence = '各级各部门加强水源保护，健全管护机制，及时处理群众反映的供水问题。';
const body = (count: number): { readonly text: string } => ({ text: sentence.repeat(count) });

export const examples: readonly RuleExample[] = [
	{ kind: 'bad', title: '工作报告约七千字', template: 'work-report', paragraphs: [title, body(110), body(110)] },
	{
		kind: 'bad',
		title: '议案说明过长',
		template: 'base',
		paragraphs: [{ ...title, text: '关于促进全民阅读的决定（草案）的说明' }, body(150)],
	},
	{ kind: 'good', title: '工作报告约三千字', template: 'work-report', paragraphs: [title, body(90)] },
];
