import type { FontRole, NoteKey, Paragraph, Role, RunFormat } from '@bianxu/model';
import type { InlinePicture, StyledSpan } from './shape.ts';
import type { StyleBook } from './style-book.ts';
import { hasSymbolFont, shownText } from './symbols.ts';

/** Font and size of a stretch. */
export interface Setting {
	readonly font: FontRole;
	readonly size: number;
}

type Vertical = RunFormat['vertical'];

/** A picture that is set in the line, at its offset in the text. */
export interface PlacedPicture extends InlinePicture {
	readonly at: number;
}

interface Insertion {
	readonly at: number;
	readonly text: string;
	readonly picture?: InlinePicture;
	readonly note: NoteKey;
}

const NO_NOTE: NoteKey = { kind: 'footnote', id: '' };

/** Note marks and pictures by place. A mark that the text itself holds (w:customMarkFollows) is bound to its next character. */
function insertionsOf(paragraph: Paragraph, pictures: readonly PlacedPicture[]): readonly Insertion[] {
	if (paragraph.notes === undefined && pictures.length === 0) return NONE;
	const marks: Insertion[] = (paragraph.notes ?? []).map(({ at, note, label }) => ({ at, text: label, note }));
	for (const picture of pictures) marks.push({ at: picture.at, text: '\ufffc', picture, note: NO_NOTE });
	return marks.sort((a, b) => a.at - b.at);
}

const NONE: readonly Insertion[] = [];

/** Superscripts and subscripts: size and place in em, as Chinese typesetters have them. */
const SMALL = 0.62;
const RAISED = 0.36;
const LOWERED = -0.14;

/**
 * Spans of a paragraph: its automatic label first, then the visible text in the setting of its role; up to `headEnd` in
 * the heading's setting (run-in headings). Hidden text is left out, superscripts and subscripts are kept: they carry
 * meaning (m²). null when no face is there for the role.
 */
export function spansOf(
	paragraph: Paragraph,
	role: Role,
	book: StyleBook,
	setting: Setting,
	head: { readonly setting: Setting; readonly end: number } | null,
	pictures: readonly PlacedPicture[] = [],
): readonly StyledSpan[] | null {
	const spans: StyledSpan[] = [];
	const place = { block: paragraph.block, role };
	const labelled = head?.setting ?? setting;
	const label = labelText(paragraph);
	if (label !== '') {
		const styleOf = book.styles(labelled.font, labelled.size, place);
		if (styleOf === null) return null;
		spans.push({ text: label, offset: -1, styleOf });
	}
	const marks = insertionsOf(paragraph, pictures);
	let inserted = 0;
	const insertUpTo = (at: number): boolean => {
		for (; inserted < marks.length; inserted++) {
			const mark = marks[inserted];
			if (mark === undefined || mark.at > at) return true;
			const own = head !== null && mark.at < head.end ? head.setting : setting;
			const size = mark.picture === undefined ? own.size * SMALL : own.size;
			const styleOf = book.styles(own.font, size, place, mark.picture === undefined ? own.size * RAISED : 0);
			if (styleOf === null) return false;
			const { text, picture, note } = mark;
			spans.push(
				picture === undefined
					? { text, offset: -1, styleOf, glued: true, note }
					: { text, offset: -1, styleOf, picture },
			);
		}
		return true;
	};
	/** Characters of a symbol font as they look; null for a run like others. */
	let symbols: string | null = null;
	let symbolsAt = 0;
	const add = (start: number, end: number, vertical: Vertical): boolean => {
		// Marks and pictures cut the stretch where they stand.
		let from = start;
		for (let next = marks[inserted]; next !== undefined && next.at < end; next = marks[inserted]) {
			if (!stretch(from, Math.max(from, next.at), vertical) || !insertUpTo(next.at)) return false;
			from = Math.max(from, next.at);
		}
		return stretch(from, end, vertical);
	};
	const stretch = (start: number, end: number, vertical: Vertical): boolean => {
		const cut = head === null ? start : Math.min(Math.max(head.end, start), end);
		for (const [from, to, own] of [[start, cut, head?.setting ?? setting] as const, [cut, end, setting] as const]) {
			if (to <= from) continue;
			const size = vertical === 'baseline' ? own.size : own.size * SMALL;
			const rise = vertical === 'baseline' ? 0 : own.size * (vertical === 'superscript' ? RAISED : LOWERED);
			const styleOf = book.styles(own.font, size, place, rise);
			if (styleOf === null) return false;
			const text = symbols === null ? paragraph.text.slice(from, to) : symbols.slice(from - symbolsAt, to - symbolsAt);
			spans.push({ text, offset: from, styleOf });
		}
		return true;
	};
	// Neighbouring runs that differ only in what the printer does not imitate are one span: most paragraphs are.
	let start = 0;
	let end = 0;
	let vertical: Vertical = 'baseline';
	for (const run of paragraph.runs) {
		const symbolic = hasSymbolFont(run.format) && !run.format.hidden;
		if (symbolic || run.format.hidden || run.format.vertical !== vertical || run.start !== end) {
			if (!add(start, end, vertical)) return null;
			start = run.format.hidden ? run.end : run.start;
			vertical = run.format.vertical;
		}
		end = run.end;
		if (symbolic) {
			symbols = shownText(paragraph.text, run);
			symbolsAt = run.start;
			if (!add(run.start, run.end, vertical)) return null;
			symbols = null;
			start = run.end;
		}
	}
	if (!add(start, end, vertical) || !insertUpTo(Number.POSITIVE_INFINITY)) return null;
	return spans;
}

/** An automatic label as printed; bullets that few faces have, and pictures without a character, become the plain bullet. */
export function labelText(paragraph: Paragraph): string {
	const { label } = paragraph;
	if (label === null) return '';
	const text = shownText(label.text, { start: 0, end: label.text.length, format: label.format });
	return label.bullet ? text.replace(/[\ue000-\uf8ff➢❑❒➔]/g, '•') : text;
}
