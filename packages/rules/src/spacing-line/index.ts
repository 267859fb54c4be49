import {
	type DocumentContext,
	type Paragraph,
	type ParagraphFormat,
	pointsOfTwips,
	type Rule,
	type RuleResult,
} from '@bianxu/model';
import { gather, type GatherableFinding, nothingFound } from '../gather.ts';
import { onGrid, RUNNING } from '../line-pitch.ts';
import { someParagraph } from '../role-looks.ts';
import { roleParagraphs } from '../role-style.ts';
import { fixTitle, wrongSpacing } from './messages.ts';

/** 28.95 pt: 22 lines fill 225 mm. */
const FIXED_PITCH = 579;

function check(context: DocumentContext): RuleResult {
	const { doc, template } = context;
	const { pitch, lines } = template.page;
	const [least, most] = pitch.value;
	const isExact = ({ line, lineRule }: ParagraphFormat): boolean =>
		lineRule === 'exact' && line >= least && line <= most;
	if (!someParagraph(context, RUNNING, (format) => !isExact(format))) return nothingFound;
	const expected = `固定值${pointsOfTwips(least)}—${pointsOfTwips(most)}磅`;
	// Exact spacing cuts off a picture in the line.
	const judged = roleParagraphs(context, RUNNING).filter((paragraph) =>
		paragraph.objects.every((kind) => kind === 'note-reference' || kind === 'comment-reference'),
	);
	const findings = judged.flatMap((paragraph): GatherableFinding[] => {
		if (onGrid(doc, paragraph) || isExact(paragraph.format)) return [];
		const actual = spacingName(paragraph);
		return [
			{
				block: paragraph.block,
				start: 0,
				end: paragraph.text.length,
				message: wrongSpacing(lines.value, actual, expected, lines.source),
				expected,
				actual,
				source: lines.source,
				fix: {
					title: fixTitle(pointsOfTwips(FIXED_PITCH)),
					safety: 'safe',
					changes: [
						{ kind: 'format-paragraph', block: paragraph.block, format: { line: FIXED_PITCH, lineRule: 'exact' } },
					],
				},
				same: actual,
			},
		];
	});
	return { findings: gather(findings, judged.length) };
}

function spacingName(paragraph: Paragraph): string {
	const { line, lineRule } = paragraph.format;
	if (lineRule === 'exact') return `固定值${pointsOfTwips(line)}磅`;
	if (lineRule === 'atLeast') return `最小值${pointsOfTwips(line)}磅`;
	return line === 240 ? '单倍行距' : `${Math.round((line / 240) * 100) / 100}倍行距`;
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'spacing-line',
		number: 40,
		group: 'size-spacing',
		title: { zh: '行距固定，每面 22 行', en: 'Exact line spacing, 22 lines a page' },
		description: {
			zh: '正文行距用固定值，28 磅到 29 磅都能排下 22 行（28.95 磅恰好排满）。1.5 倍行距、最小值行距会让行数随字体变化。对齐行网格的单倍行距也可以，网格由另一条规则检查。表格、标题、带图的段落不查。',
			en: 'Body text has exact line spacing: 28 to 29 pt hold 22 lines (28.95 pt fills the page). Multiples and minimum values change with the font. Single spacing on the line grid is right too; the grid has a rule of its own. Tables, titles and paragraphs with pictures are left out.',
		},
		severity: 'warning',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '5.2.3' },
		needsFormat: true,
	},
	check,
};
