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
	const { top, tolerance } = template.page;
	const wanted = twipsOfMillimetres(top.value);
	const allowed = twipsOfMillimetres(tolerance.value);
	const findings = uprightSections(doc).flatMap(({ section, index }): Finding[] => {
		// A negative margin is a fixed one (17.6.11): the header never pushes it down.
		const actual = Math.abs(section.top);
		if (Math.abs(actual - wanted) <= allowed) return [];
		const shown = `${millimetresOfTwips(actual)}mm`;
		return [
			{
				...firstBlockOfSection(doc, index),
				message: wrongMargin(index, doc.sections.length, top.value, tolerance.value, shown, top.source),
				expected: `${top.value}±${tolerance.value}mm`,
				actual: shown,
				source: top.source,
				fix: {
					title: fixTitle(top.value),
					safety: 'safe',
					changes: [{ kind: 'format-page', section: index, page: { top: wanted } }],
				},
			},
		];
	});
	return { findings };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'page-margin-top',
		number: 2,
		group: 'page',
		title: { zh: '天头（上边距）37 毫米', en: 'Top margin of 37 mm' },
		description: {
			zh: '天头（上白边）为 37 毫米，允许相差 1 毫米。每一节都要检查；横排的表格页不查。',
			en: 'The upper white margin is 37 mm, give or take 1 mm, in every section; landscape pages are left out.',
		},
		severity: 'error',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '5.2.1' },
		needsFormat: true,
	},
	check,
};
