/** File marks (会议文件标识) in a paper: found, rewritten, inserted. */

import type { Change } from '@bianxu/model';
import {
	type FileMark,
	formatFileMark,
	labelOf,
	type MaterialNumber,
	parseFileMark,
	writeNumber,
} from '@bianxu/numbering';
import type { PacketPaper, PaperParagraph, PaperReading } from './request.ts';

/** A mark and the block that is it. */
export interface FoundMark extends FileMark {
	readonly block: number;
}

/** Without a recognised title the mark is looked for in this many paragraphs with text. */
const searched = 8;

function isPageBreak({ kind }: PaperParagraph['breaks'][number]): boolean {
	return kind === 'page';
}

/** Paragraphs in which a file mark may stand: those before the title on page 1 (the first few without one), and headers. */
export function markParagraphs({ doc, outline }: PaperReading): readonly PaperParagraph[] {
	const { paragraphs } = doc;
	const title = outline.claims.find(({ role }) => role === 'title')?.block ?? Number.POSITIVE_INFINITY;
	const found: PaperParagraph[] = [];
	let seen = 0;
	let firstPage = true;
	for (let at = 0; at < paragraphs.length; at += 1) {
		const paragraph = paragraphs[at];
		if (paragraph === undefined) continue;
		const { block, where, text, breaks } = paragraph;
		if (where === 'header') {
			found.push(paragraph);
			continue;
		}
		if (where === 'footer' || where === 'footnote' || where === 'endnote' || !firstPage) continue;
		const claimed = outline.claims[block]?.role === 'file-mark';
		const before = block < title && seen < searched;
		const ends = breaks.some(isPageBreak);
		if (claimed || before || ends) found.push(paragraph);
		if (before && text.trim() !== '') seen += 1;
		if (ends) firstPage = false;
	}
	return found;
}

/** Marks of a paper: paragraphs of their own before the title on page 1, and headers. In document order, body first. */
export function marksOf(paper: PaperReading, form: string): readonly FoundMark[] {
	const { outline } = paper;
	const title = outline.claims.find(({ role }) => role === 'title')?.block ?? Number.POSITIVE_INFINITY;
	const found: FoundMark[] = [];
	let seen = 0;
	for (const { block, where, text, headerFooter } of markParagraphs(paper)) {
		if (where === 'header') {
			const mark = headerFooter?.shown === false ? null : parseFileMark(text, form);
			if (mark !== null) found.push({ ...mark, block });
			continue;
		}
		const claimed = outline.claims[block]?.role === 'file-mark';
		if (claimed || (block < title && seen < searched)) {
			const mark = text.trim() === '' ? null : parseFileMark(text, form);
			if (mark !== null) found.push({ ...mark, block });
		}
		if (text.trim() !== '') seen += 1;
	}
	return found;
}

function firstBody(paragraphs: readonly PaperParagraph[]): PaperParagraph | undefined {
	return paragraphs.find(({ where }) => where === 'body') ?? paragraphs[0];
}

/**
 * Changes that make a paper bear `number` in the configured form: digits only where the form is right already, the whole
 * mark where it is not, a new paragraph before all others where there is none. Null: an empty paper has no place for it.
 */
export function markChanges(
	paper: PacketPaper,
	marks: readonly FoundMark[],
	number: MaterialNumber,
	form: string,
): readonly Change[] | null {
	const wanted = formatFileMark(form, number);
	if (marks.length === 0) {
		const first = firstBody(paper.doc.paragraphs);
		if (first === undefined) return null;
		return [
			{
				kind: 'insert-paragraph',
				block: first.block,
				where: 'before',
				text: wanted,
				run: { eastAsia: '黑体', size: 16, bold: false, italic: false },
				paragraph: { alignment: 'left', firstLineChars: 0, firstLine: 0, leftChars: 0, left: 0, before: 0, after: 0 },
			},
		];
	}
	return marks.flatMap((mark) => markChange(paper, mark, number, form, wanted));
}

function markChange(
	paper: PacketPaper,
	mark: FoundMark,
	number: MaterialNumber,
	form: string,
	wanted: string,
): readonly Change[] {
	const text = paper.doc.paragraphs[mark.block]?.text ?? '';
	const series = number.series === 'supplement' ? 'supplement' : 'configured';
	if (mark.form === series) {
		const script = series === 'configured' && form.includes('{arabic}') ? 'arabic' : 'han';
		if (mark.label === labelOf(number) && mark.span.script === script) return [];
		const { start, end } = mark.span;
		return [{ kind: 'replace-text', block: mark.block, start, end, text: writeNumber(number, script) }];
	}
	const start = text.length - text.trimStart().length;
	return [{ kind: 'replace-text', block: mark.block, start, end: text.trimEnd().length, text: wanted }];
}
