import {
	type DocumentContext,
	type Finding,
	millimetresOfTwips,
	type Rule,
	type RuleResult,
	twipsOfMillimetres,
} from '@bianxu/model';
import { firstBlockOfSection } from '../section-place.ts';
import { fixTitle, wrongSize } from './messages.ts';

/** Producers round A4 to 11900-11910 twips; half a millimetre is not a different paper. */
const ROUNDING = twipsOfMillimetres(0.5);

function check({ doc, template }: DocumentContext): RuleResult {
	const { width, height } = template.page;
	const short = twipsOfMillimetres(width.value);
	const long = twipsOfMillimetres(height.value);
	const findings = doc.sections.flatMap((section, index): Finding[] => {
		const landscape = section.width > section.height;
		const wanted = landscape ? { width: long, height: short } : { width: short, height: long };
		if (Math.abs(section.width - wanted.width) <= ROUNDING && Math.abs(section.height - wanted.height) <= ROUNDING) {
			return [];
		}
		const expected = landscape ? `${height.value}×${width.value}mm` : `${width.value}×${height.value}mm`;
		const actual = `${millimetresOfTwips(section.width)}×${millimetresOfTwips(section.height)}mm`;
		return [
			{
				...firstBlockOfSection(doc, index),
				message: wrongSize(index, doc.sections.length, expected, actual, width.source),
				expected,
				actual,
				source: width.source,
				fix: { title: fixTitle, safety: 'safe', changes: [{ kind: 'format-page', section: index, page: wanted }] },
			},
		];
	});
	return { findings };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'page-size-a4',
		number: 1,
		group: 'page',
		title: { zh: '纸张为 A4', en: 'Paper is A4' },
		description: {
			zh: '会议材料用 A4 纸（210×297 毫米）。文稿的每一节都要检查：从别处粘贴来的一节常常带着自己的纸张设置，印出来才发现大小不一。横排的宽表页按横向 A4 检查。',
			en: 'Meeting materials are printed on A4 (210 × 297 mm). Every section is looked at: a section pasted from elsewhere often brings its own paper, which shows only in print. Landscape pages are compared with A4 turned.',
		},
		severity: 'error',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '5.1' },
		needsFormat: true,
	},
	check,
};
