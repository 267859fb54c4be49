import {
	type DocumentContext,
	type Finding,
	millimetresOfTwips,
	type PageChange,
	type Rule,
	type RuleResult,
	twipsOfMillimetres,
} from '@bianxu/model';
import { firstBlockOfSection, uprightSections } from '../section-place.ts';
import { fixTitle, wrongArea } from './messages.ts';

/** Right and lower margin follow from paper, upper and left margin and type area (26 and 35 mm on A4). */
function check({ doc, template }: DocumentContext): RuleResult {
	const { width, height, top, left, textWidth, textHeight, tolerance } = template.page;
	const right = width.value - left.value - textWidth.value;
	const bottom = height.value - top.value - textHeight.value;
	const allowed = twipsOfMillimetres(tolerance.value);
	const findings = uprightSections(doc).flatMap(({ section, index }): Finding[] => {
		const wrongRight = Math.abs(section.right - twipsOfMillimetres(right)) > allowed;
		const wrongBottom = Math.abs(Math.abs(section.bottom) - twipsOfMillimetres(bottom)) > allowed;
		if (!wrongRight && !wrongBottom) return [];
		const page: PageChange = {
			...(wrongRight ? { right: twipsOfMillimetres(right) } : {}),
			...(wrongBottom ? { bottom: twipsOfMillimetres(bottom) } : {}),
		};
		const actualWidth = millimetresOfTwips(section.width - section.left - section.gutter - section.right);
		const actualHeight = millimetresOfTwips(section.height - Math.abs(section.top) - Math.abs(section.bottom));
		const expected = `${textWidth.value}×${textHeight.value}mm`;
		const actual = `${actualWidth}×${actualHeight}mm`;
		const margins = {
			right: wrongRight ? { actual: millimetresOfTwips(section.right), wanted: right } : null,
			bottom: wrongBottom ? { actual: millimetresOfTwips(Math.abs(section.bottom)), wanted: bottom } : null,
		};
		return [
			{
				...firstBlockOfSection(doc, index),
				message: wrongArea(index, doc.sections.length, expected, actual, margins, textWidth.source),
				expected,
				actual,
				source: textWidth.source,
				fix: { title: fixTitle, safety: 'safe', changes: [{ kind: 'format-page', section: index, page }] },
			},
		];
	});
	return { findings };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'page-type-area',
		number: 4,
		group: 'page',
		title: { zh: '版心 156×225 毫米', en: 'Type area of 156 × 225 mm' },
		description: {
			zh: '版心宽 156 毫米、高 225 毫米，因此右边距为 26 毫米、下边距为 35 毫米，各允许相差 1 毫米。上边距和左边距由另两条规则检查；横排的表格页不查。',
			en: 'The type area is 156 × 225 mm, which leaves 26 mm on the right and 35 mm below, give or take 1 mm. The upper and the left margin have rules of their own; landscape pages are left out.',
		},
		severity: 'error',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '5.2.1' },
		needsFormat: true,
	},
	check,
};
