import type { Alignment, LineRule } from './doc.ts';
import type { Twips } from './length.ts';

/** Run properties a change may set; only the stated keys change. `eastAsia` etc. are family names; `size` in points. */
export interface RunFormatChange {
	readonly eastAsia?: string;
	/** Sets ascii and hAnsi together, as a drafter would. */
	readonly latin?: string;
	readonly ambiguous?: 'eastAsia' | 'hAnsi';
	readonly size?: number;
	readonly bold?: boolean;
	readonly italic?: boolean;
	readonly underline?: 'none';
	readonly color?: string;
	readonly highlight?: 'none';
	readonly scale?: number;
	readonly letterSpacing?: Twips;
}

/** Paragraph properties a change may set; lengths in twips, `…Chars` in hundredths of a character (they win over twips). */
export interface ParagraphFormatChange {
	readonly alignment?: Alignment;
	readonly firstLineChars?: number;
	readonly firstLine?: Twips;
	readonly leftChars?: number;
	readonly left?: Twips;
	readonly rightChars?: number;
	readonly right?: Twips;
	readonly before?: Twips;
	readonly after?: Twips;
	readonly line?: number;
	readonly lineRule?: LineRule;
	readonly pageBreakBefore?: boolean;
	readonly keepNext?: boolean;
}

/** Page properties a change may set, in twips; `charSpace` in 1/4096 pt. */
export interface PageChange {
	readonly width?: Twips;
	readonly height?: Twips;
	readonly top?: Twips;
	readonly right?: Twips;
	readonly bottom?: Twips;
	readonly left?: Twips;
	readonly footer?: Twips;
	readonly grid?: { readonly type: 'lines' | 'linesAndChars'; readonly linePitch: Twips; readonly charSpace: number };
}

/**
 * What rules and numbering say; never XML or Markdown. Offsets are of the paragraph's text in the Doc that was judged.
 * `lower` of each language turns a change into TextEdits or answers that it cannot be said there.
 */
export type Change =
	| {
			readonly kind: 'replace-text';
			readonly block: number;
			readonly start: number;
			readonly end: number;
			readonly text: string;
	  }
	| {
			readonly kind: 'format-run';
			readonly block: number;
			readonly start: number;
			readonly end: number;
			readonly format: RunFormatChange;
	  }
	| { readonly kind: 'format-paragraph'; readonly block: number; readonly format: ParagraphFormatChange }
	| { readonly kind: 'format-page'; readonly section: number; readonly page: PageChange }
	| {
			readonly kind: 'insert-paragraph';
			/** The new paragraph goes before or after this block, in the same container. */
			readonly block: number;
			readonly where: 'before' | 'after';
			readonly text: string;
			readonly run: RunFormatChange;
			readonly paragraph: ParagraphFormatChange;
	  }
	| { readonly kind: 'remove-paragraph'; readonly block: number }
	/** Writes the standard page-number footers (「— 1 —」, odd right and even left) into every section. */
	| { readonly kind: 'page-numbers'; readonly font: string; readonly size: number };

/** A change that one language cannot express, with the reason in both languages. */
export interface Unsayable {
	readonly change: Change;
	readonly reason: { readonly zh: string; readonly en: string };
}
