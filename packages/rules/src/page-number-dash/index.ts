import type { DocumentContext, Finding, Rule, RuleResult } from '@bianxu/model';
import { footersAreReplaceable, pageFieldPlace, pageNumberParagraphs } from '../page-furniture.ts';
import { preferredFamily } from '../role-style.ts';
import { examples } from './examples.ts';
import { fixTitle, wrongForm } from './messages.ts';

function check({ doc, template }: DocumentContext): RuleResult {
	const { font, size, form } = template.page.pageNumber;
	const replaceable = footersAreReplaceable(doc);
	const findings = pageNumberParagraphs(doc).flatMap((paragraph): Finding[] => {
		const place = pageFieldPlace(paragraph);
		if (place === null) return [];
		const digits = paragraph.text.slice(place.start, place.end);
		const shown = `${paragraph.text.slice(0, place.start)}{n}${paragraph.text.slice(place.end)}`.trim();
		// A reader that met no cached result still knows the form around the field.
		if (shown === form.value && /^\d*$/.test(digits.trim())) return [];
		const expected = form.value.replace('{n}', /\d+/.exec(digits)?.[0] ?? '1');
		return [
			{
				block: paragraph.block,
				start: 0,
				end: paragraph.text.length,
				message: wrongForm(expected, paragraph.text.trim(), form.source),
				expected,
				actual: paragraph.text.trim(),
				source: form.source,
				...(replaceable
					? {
							fix: {
								title: fixTitle(expected),
								safety: 'safe' as const,
								changes: [
									{ kind: 'page-numbers' as const, font: preferredFamily(template, font.value), size: size.value },
								],
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
		id: 'page-number-dash',
		number: 10,
		group: 'page',
		title: { zh: '页码左右各放一条一字线', en: 'A dash on either side of the page number' },
		description: {
			zh: '页码数字左右各放一条一字线，写作「— 1 —」。减号、短横、全角横线、「第 1 页」都不是规范的写法。',
			en: 'The page number stands between two one-em dashes: “— 1 —”. Hyphens, full-width hyphens and “page 1” are other forms.',
		},
		severity: 'warning',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '7.5' },
		needsFormat: true,
	},
	examples,
	check,
};
