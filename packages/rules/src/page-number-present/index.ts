import type { Change, Doc, DocumentContext, Finding, Rule, RuleResult } from '@bianxu/model';
import { nothingFound } from '../gather.ts';
import { footersAreReplaceable, pageNumberParagraphs } from '../page-furniture.ts';
import { preferredFamily } from '../role-style.ts';
import { ruleSource } from '../rule-source.ts';
import { firstBlockOfSection } from '../section-place.ts';
import { fixTitle, missing, missingEven } from './messages.ts';

type Missing = 'all' | 'even' | null;

/** Which page numbers of a section are missing. */
function missingIn(doc: Doc, section: number): Missing {
	const kinds = pageNumberParagraphs(doc).flatMap(({ headerFooter }) =>
		headerFooter?.sections.includes(section) === true ? [headerFooter.kind] : [],
	);
	// A first page without number is a matter of covers, and of the letter form (GB/T 9704 10.1).
	if (!kinds.includes('default')) return 'all';
	return doc.settings.evenAndOddHeaders && !kinds.includes('even') ? 'even' : null;
}

function check({ doc, template }: DocumentContext): RuleResult {
	const kinds = doc.sections.map((_section, index) => missingIn(doc, index));
	if (kinds.every((kind) => kind === null)) return nothingFound;
	const source = ruleSource(rule, template);
	const { font, size, form } = template.page.pageNumber;
	const changes: readonly Change[] = [
		{ kind: 'page-numbers', font: preferredFamily(template, font.value), size: size.value },
	];
	const fix = footersAreReplaceable(doc) ? { fix: { title: fixTitle, safety: 'safe' as const, changes } } : {};
	const whole = kinds.every((kind) => kind === 'all');
	if (whole) {
		return {
			findings: [
				{
					block: 0,
					start: 0,
					end: 0,
					message: missing(null, form.value, source),
					expected: form.value.replace('{n}', '1'),
					actual: '无',
					...fix,
				},
			],
		};
	}
	const findings = kinds.flatMap((kind, index): Finding[] =>
		kind === null
			? []
			: [
					{
						...firstBlockOfSection(doc, index),
						message:
							kind === 'all'
								? missing(index, form.value, source)
								: missingEven(index, kinds.length, form.value, source),
						expected: form.value.replace('{n}', kind === 'all' ? '1' : '2'),
						actual: '无',
						...fix,
					},
				],
	);
	return { findings };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'page-number-present',
		number: 8,
		group: 'page',
		title: { zh: '有页码', en: 'Pages are numbered' },
		description: {
			zh: '每一节的页脚都要有页码，单双页页脚分开的两种都要有。手工打的数字不是页码，翻页不会变。首页不编页码的（信函格式、封面）不算错。',
			en: 'Every section shows the page number, in the footers of odd and of even pages. A typed digit is not a page number. A first page without number (letter form, cover) is not a fault.',
		},
		severity: 'error',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '7.5' },
		needsFormat: true,
	},
	check,
};
