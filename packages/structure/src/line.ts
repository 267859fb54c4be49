/** The paragraphs of the running text as recognisers look at them. */

import type { Bilingual, Doc, HeadingMark, Paragraph, Role, RoleClaim } from '@bianxu/model';
import { squeeze } from './text.ts';

/** A paragraph with text in the body, in document order. `at` is its place among the lines. */
export interface Line {
	readonly at: number;
	readonly block: number;
	readonly paragraph: Paragraph;
	/** The paragraph's text. Offsets of marks count in it. */
	readonly text: string;
	/** Without blanks. */
	readonly squeezed: string;
	/** Automatic number, '' when there is none or a bullet. */
	readonly label: string;
	readonly bullet: boolean;
	readonly centred: boolean;
	/** Largest size of the runs in points, 0 when the file does not say. */
	readonly size: number;
	/** Level of a heading style or of a Markdown heading (1 = #), 0 for the style called 标题/Title, null for text. */
	readonly styleLevel: number | null;
	/** The paragraph begins a page. */
	readonly newPage: boolean;
	/** A table stands between this line and the one before, or after. */
	readonly tableBefore: boolean;
	readonly tableAfter: boolean;
	/** Number of empty paragraphs directly before. */
	readonly blanksBefore: number;
}

const headingStyle = /^(?:heading|标题)\s{0,2}([1-9])/iu;
const titleStyle = /^(?:title|标题|大标题|公文标题|主标题|文章标题)$/iu;

function styleLevelOf(paragraph: Paragraph): number | null {
	const style = paragraph.style.trim();
	if (titleStyle.test(style)) return 0;
	const level = headingStyle.exec(style)?.[1];
	if (level !== undefined) return Number(level);
	const outline = paragraph.format.outlineLevel;
	return outline === null ? null : outline + 1;
}

/** The lines of the body: paragraphs with text outside tables, boxes, notes, headers and footers. */
export function linesOf(doc: Doc): readonly Line[] {
	const lines: Line[] = [];
	let blanks = 0;
	let table = false;
	let pageBreak = false;
	let section = -1;
	for (const paragraph of doc.paragraphs) {
		if (paragraph.where === 'table') {
			const last = lines.at(-1);
			if (!table && last !== undefined) lines[lines.length - 1] = { ...last, tableAfter: true };
			table = true;
			continue;
		}
		if (paragraph.where !== 'body') continue;
		const breaksPage = paragraph.breaks.some((each) => each.kind === 'page');
		if (paragraph.text.trim() === '') {
			blanks += 1;
			pageBreak ||= breaksPage || paragraph.format.pageBreakBefore;
			continue;
		}
		const leading = paragraph.breaks.some(
			(each) => each.kind === 'page' && paragraph.text.slice(0, each.at).trim() === '',
		);
		lines.push({
			at: lines.length,
			block: paragraph.block,
			paragraph,
			text: paragraph.text,
			squeezed: squeeze(paragraph.text),
			label: paragraph.label === null || paragraph.label.bullet ? '' : paragraph.label.text,
			bullet: paragraph.label?.bullet ?? false,
			centred: paragraph.format.alignment === 'center',
			size: paragraph.runs.reduce((largest, run) => Math.max(largest, run.format.size), 0),
			styleLevel: styleLevelOf(paragraph),
			newPage:
				pageBreak ||
				leading ||
				paragraph.format.pageBreakBefore ||
				(section >= 0 && paragraph.section !== section && doc.sections[paragraph.section]?.start !== 'continuous'),
			tableBefore: table,
			tableAfter: false,
			blanksBefore: blanks,
		});
		blanks = 0;
		table = false;
		section = paragraph.section;
		pageBreak = breaksPage && !leading;
	}
	return lines;
}

/** A claim under construction: what a recogniser says of one line. */
export interface Draft {
	readonly role: Role;
	readonly evidence: readonly Bilingual[];
	readonly confidence: number;
	readonly mark?: HeadingMark;
	readonly runInEnd?: number;
}

/** A draft with one sentence of evidence in both languages. */
export function draft(role: Role, confidence: number, zh: string, en: string, ...more: readonly Bilingual[]): Draft {
	return { role, evidence: [{ zh, en }, ...more], confidence };
}

/** What formatting adds to the words, for lines that are set as titles usually are. */
export function formatEvidence(line: Line): readonly Bilingual[] {
	const evidence: Bilingual[] = [];
	if (line.styleLevel === 0) evidence.push({ zh: '用了标题样式', en: 'it has the title style' });
	else if (line.styleLevel !== null)
		evidence.push({ zh: `用了${line.styleLevel}级标题样式`, en: `it has the style of a heading ${line.styleLevel}` });
	if (line.centred && line.size >= 18)
		evidence.push({ zh: `居中、${line.size}磅`, en: `it is centred, ${line.size} pt` });
	else if (line.centred) evidence.push({ zh: '居中', en: 'it is centred' });
	return evidence;
}

/** The claim of a line. */
export function claimFor(block: number, { role, evidence, confidence, mark, runInEnd }: Draft): RoleClaim {
	return {
		block,
		role,
		evidence,
		confidence,
		...(mark === undefined ? {} : { mark }),
		...(runInEnd === undefined ? {} : { runInEnd }),
	};
}
