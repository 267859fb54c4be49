import type { DocumentContext, Finding, Rule, RuleResult } from '@bianxu/model';
import { ruleSource } from '../rule-source.ts';
import { paragraphsOf } from '../text/passages.ts';
import { matching } from '../text/scan.ts';
import { fixTitle, legacy } from './messages.ts';

const FORMS: readonly { readonly name: string; readonly pattern: RegExp }[] = [
	{ name: '主题词', pattern: /^[\s\u3000]*主[\s\u3000]*题[\s\u3000]*词[\s\u3000]*[：:]/ },
	{ name: '此页无正文', pattern: /^[\s\u3000]*[（(]?此页无正文[）)]?[。]?[\s\u3000]*$/ },
];

/** What no paragraph of these forms lacks. */
const SIGNS = /题[\s\u3000]*词|此页/g;

function check({ doc, template }: DocumentContext): RuleResult {
	const source = ruleSource(rule, template);
	const findings = matching(paragraphsOf(doc).running, 'text', SIGNS).flatMap((paragraph): Finding[] => {
		if (paragraph.headerFooter !== null) return [];
		const form = FORMS.find(({ pattern }) => pattern.test(paragraph.text));
		if (form === undefined) return [];
		return [
			{
				block: paragraph.block,
				start: 0,
				end: paragraph.text.length,
				message: legacy(form.name, source),
				expected: '删去',
				actual: form.name,
				...(paragraph.where === 'body'
					? {
							fix: {
								title: fixTitle,
								safety: 'ask' as const,
								changes: [{ kind: 'remove-paragraph' as const, block: paragraph.block }],
							},
						}
					: {}),
			},
		];
	});
	return { findings };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'legacy-1999-element',
		number: 49,
		group: 'size-spacing',
		title: { zh: '没有 1999 年标准的旧要素', en: 'No elements of the 1999 standard' },
		description: {
			zh: 'GB/T 9704-1999 的「主题词」和「此页无正文」在 2012 年的标准里已经取消，还留在一些旧模板里。',
			en: '「主题词」 and 「此页无正文」 of GB/T 9704-1999 were dropped in 2012 and survive in old templates.',
		},
		severity: 'warning',
		fix: 'ask',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '' },
		needsFormat: false,
	},
	check,
};
