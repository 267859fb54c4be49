import type { DocumentContext, Finding, Rule, RuleResult, Source } from '@bianxu/model';
import { footersAreReplaceable, pageFieldPlace, pageNumberParagraphs } from '../page-furniture.ts';
import { preferredFamily } from '../role-style.ts';
import { fixTitle, tightForm, wrongForm } from './messages.ts';

const PRACTICE: Source = { level: 'practice', doc: '人大机关通行做法', clause: '' };

function check({ doc, template }: DocumentContext): RuleResult {
	const { font, size, form } = template.page.pageNumber;
	const findings = pageNumberParagraphs(doc).flatMap((paragraph): Finding[] => {
		const place = pageFieldPlace(paragraph);
		if (place === null) return [];
		const digits = paragraph.text.slice(place.start, place.end);
		const shown = `${paragraph.text.slice(0, place.start)}{n}${paragraph.text.slice(place.end)}`.trim();
		// A reader that met no cached result still knows the form around the field.
		if (shown === form.value && /^\d*$/.test(digits.trim())) return [];
		const expected = form.value.replace('{n}', /\d+/.exec(digits)?.[0] ?? '1');
		const actual = paragraph.text.trim();
		// 「—1—」 has its dashes; that blanks stand between is practice, the standard does not say so.
		const tight = shown.replace(/\s/g, '') === form.value.replace(/\s/g, '');
		return [
			{
				block: paragraph.block,
				start: 0,
				end: paragraph.text.length,
				...(tight
					? { message: tightForm(expected, actual), source: PRACTICE, severity: 'info' as const }
					: { message: wrongForm(expected, actual, form.source), source: form.source }),
				expected,
				actual,
				...(footersAreReplaceable(doc)
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
			zh: '页码数字左右各放一条一字线，写作「— 1 —」。减号、短横、全角横线、「第 1 页」都不是规范的写法。数字与一字线之间通行空半字，不空的只提示。',
			en: 'The page number stands between two one-em dashes: “— 1 —”. Hyphens, full-width hyphens and “page 1” are other forms. Blanks between are practice; without them a remark only.',
		},
		severity: 'warning',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '7.5' },
		needsFormat: true,
	},
	check,
};
