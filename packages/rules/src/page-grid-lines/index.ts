import { type DocumentContext, type Finding, pointsOfTwips, type Rule, type RuleResult } from '@bianxu/model';
import { nothingFound } from '../gather.ts';
import { onGrid, RUNNING, snaps } from '../line-pitch.ts';
import { someParagraph } from '../role-looks.ts';
import { roleParagraphs } from '../role-style.ts';
import { firstBlockOfSection } from '../section-place.ts';
import { fixTitle, wrongPitch } from './messages.ts';

/** Pitch that sets 22 lines in 225 mm (12756 / 22 = 579.8 twips, rounded down so that the last line still fits). */
const FIXED_PITCH = 579;

function check(context: DocumentContext): RuleResult {
	// Where the text has exact spacing the grid sets nothing, and a wrong pitch is harmless.
	if (!someParagraph(context, RUNNING, snaps)) return nothingFound;
	const { doc, template } = context;
	const { pitch, lines, cells, charSpace } = template.page;
	const [least, most] = pitch.value;
	const text = roleParagraphs(context, RUNNING);
	const findings = doc.sections.flatMap((section, index): Finding[] => {
		const members = text.filter((paragraph) => paragraph.section === index && onGrid(doc, paragraph));
		const { linePitch, type } = section.grid;
		if (members.length === 0 || (linePitch >= least && linePitch <= most)) return [];
		const expected = `${pointsOfTwips(FIXED_PITCH)}磅`;
		const actual = `${pointsOfTwips(linePitch)}磅`;
		const grid = {
			type: type === 'lines' ? ('lines' as const) : ('linesAndChars' as const),
			linePitch: FIXED_PITCH,
			charSpace: type === 'lines' ? 0 : charSpace.value,
		};
		return [
			{
				...firstBlockOfSection(doc, index),
				message: wrongPitch(index, doc.sections.length, lines.value, cells.value, actual, expected, lines.source),
				expected,
				actual,
				source: lines.source,
				fix: {
					title: fixTitle(lines.value),
					safety: 'safe',
					changes: [{ kind: 'format-page', section: index, page: { grid } }],
				},
			},
		];
	});
	return { findings };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'page-grid-lines',
		number: 5,
		group: 'page',
		title: { zh: '每面 22 行（行网格）', en: '22 lines a page (line grid)' },
		description: {
			zh: '一般每面排 22 行。正文用单倍行距、对齐行网格时，行网格的跨度决定每面的行数：28.95 磅恰好 22 行，Word 默认的 15.6 磅会让三号字每行占两格。正文用固定值行距时网格不起作用，由「行距」规则检查。',
			en: 'A page usually holds 22 lines. Where text has single spacing and snaps to the grid, the pitch of the grid decides: 28.95 pt gives 22 lines, Word’s default of 15.6 pt makes each line of 16 pt take two rows. With exact spacing the grid has no effect; spacing-line looks at that.',
		},
		severity: 'warning',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '5.2.3' },
		needsFormat: true,
	},
	check,
};
