import type { FontRole, Paragraph, Role } from '@bianxu/model';
import type { StyledSpan } from './shape.ts';
import type { StyleBook } from './style-book.ts';

/** Font and size of a stretch. */
export interface Setting {
	readonly font: FontRole;
	readonly size: number;
}

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
	const add = (start: number, end: number, vertical: 'baseline' | 'superscript' | 'subscript'): boolean => {
		const cut = head === null ? start : Math.min(Math.max(head.end, start), end);
		for (const [from, to, own] of [[start, cut, head?.setting ?? setting] as const, [cut, end, setting] as const]) {
			if (to <= from) continue;
			const size = vertical === 'baseline' ? own.size : own.size * SMALL;
			const rise = vertical === 'baseline' ? 0 : own.size * (vertical === 'superscript' ? RAISED : LOWERED);
			const styleOf = book.styles(own.font, size, place, rise);
			if (styleOf === null) return false;
			spans.push({ text: paragraph.text.slice(from, to), offset: from, styleOf });
		}
		return true;
	};
	// Neighbouring runs that differ only in what the printer does not imitate are one span: most paragraphs are.
	let start = 0;
	let end = 0;
	let vertical: 'baseline' | 'superscript' | 'subscript' = 'baseline';
	for (const run of paragraph.runs) {
		if (run.format.hidden || run.format.vertical !== vertical || run.start !== end) {
			if (!add(start, end, vertical)) return null;
			start = run.format.hidden ? run.end : run.start;
			vertical = run.format.vertical;
		}
		end = run.end;
	}
	if (!add(start, end, vertical)) return null;
	return spans;
}

/** An automatic label as printed; bullets of symbol fonts (private use) become the bullet that every face has. */
export function labelText(paragraph: Paragraph): string {
	const text = paragraph.label?.text ?? '';
	return paragraph.label?.bullet === true ? text.replace(/[\ue000-\uf8ff]/g, '•') : text;
}
