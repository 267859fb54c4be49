import {
	type DocumentContext,
	type Finding,
	millimetresOfTwips,
	type Rule,
	type RuleResult,
	twipsOfMillimetres,
} from '@bianxu/model';
import { firstBlockOfSection, uprightSections } from '../section-place.ts';
import { fixTitle, wrongMargin } from './messages.ts';

function check({ doc, template }: DocumentContext): RuleResult {
	const { left, tolerance } = template.page;
	const wanted = twipsOfMillimetres(left.value);
	const allowed = twipsOfMillimetres(tolerance.value);
	const findings = uprightSections(doc).flatMap(({ section, index }): Finding[] => {
		// The binding edge is margin and gutter together; with mirrored margins `left` is the inner one.
		const actual = section.left + section.gutter;
		if (Math.abs(actual - wanted) <= allowed) return [];
		const shown = `${millimetresOfTwips(actual)}mm`;
		return [
			{
				...firstBlockOfSection(doc, index),
				message: wrongMargin(
					index,
					doc.sections.length,
					left.value,
					tolerance.value,
					shown,
					section.gutter > 0,
					left.source,
				),
				expected: `${left.value}±${tolerance.value}mm`,
				actual: shown,
				source: left.source,
				// A gutter wider than the whole margin cannot be cured by the margin.
				...(section.gutter < wanted
					? {
							fix: {
								title: fixTitle(left.value),
								safety: 'safe' as const,
								changes: [{ kind: 'format-page' as const, section: index, page: { left: wanted - section.gutter } }],
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
		id: 'page-margin-left',
		number: 3,
		group: 'page',
		title: { zh: '订口（左边距）28 毫米', en: 'Binding margin of 28 mm' },
		description: {
			zh: '订口（左白边）为 28 毫米，允许相差 1 毫米。设了装订线的，装订线与左边距合计。每一节都要检查；横排的表格页不查。',
			en: 'The white margin at the binding edge is 28 mm, give or take 1 mm, gutter included, in every section; landscape pages are left out.',
		},
		severity: 'error',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '5.2.1' },
		needsFormat: true,
	},
	check,
};
