import type { Twips } from './length.ts';
import type { Range } from './range.ts';
import type { Problem, Unchecked } from './source.ts';

/** Where a paragraph stands. Blocks count them in this order: body with cells and text boxes at their anchors, then the others in part order. */
export type Where = 'body' | 'table' | 'textbox' | 'header' | 'footer' | 'footnote' | 'endnote';

/** The step of the cascade (ECMA-376 17.7.2) that an effective value comes from. */
export type Origin =
	| 'direct'
	| 'character-style'
	| 'paragraph-style'
	| 'numbering'
	| 'table-style'
	| 'theme'
	| 'doc-defaults'
	| 'application-default';

/** Why a value holds: the step, and the name of the style (w:name) when a style gave it. */
export interface Why {
	readonly origin: Origin;
	readonly style?: string;
}

export type Alignment = 'left' | 'center' | 'right' | 'justify' | 'distribute';
export type LineRule = 'auto' | 'exact' | 'atLeast';

/**
 * Effective formatting of a run. Font families are the effective names with themes resolved; '' means the file does not
 * determine the font ("undetermined" is an answer). `size` is in points.
 */
export interface RunFormat {
	/** Family of the East Asian slot: Han characters, full-width punctuation. */
	readonly eastAsia: string;
	/** Family of the ascii slot: digits, Latin letters. */
	readonly ascii: string;
	/** Family of the hAnsi slot: other Western characters, and “ ” — … where `ambiguous` is 'hAnsi'. */
	readonly hAnsi: string;
	/** Slot that “ ” ‘ ’ — … · take: w:hint="eastAsia" or not ([MS-OI29500] 2.1.88). */
	readonly ambiguous: 'eastAsia' | 'hAnsi';
	/** The run's East Asian language is Chinese, so that the hint reaches à é ü … too (same table); absent otherwise. */
	readonly chinese?: true;
	/** w:cs or w:rtl: all three families are the complex-script one, size and bold those of w:szCs and w:bCs; else absent. */
	readonly complex?: true;
	readonly size: number;
	readonly bold: boolean;
	readonly italic: boolean;
	/** w:u value, 'none' when not underlined. */
	readonly underline: string;
	/** Six hex digits in upper case, or 'auto'. */
	readonly color: string;
	/** w:highlight value or w:shd fill; 'none'. */
	readonly highlight: string;
	readonly strike: boolean;
	/** w:vanish: not printed. Hidden text stays in `text` so that nothing is lost; rules report it. */
	readonly hidden: boolean;
	/** w:w in percent, 100 normal. */
	readonly scale: number;
	/** w:spacing (run): extra space after each character. */
	readonly letterSpacing: Twips;
	/** w:vertAlign. */
	readonly vertical: 'baseline' | 'superscript' | 'subscript';
}

/** Mapping of a stretch of paragraph text to its source. `verbatim`: source text equals the text, unit by unit. */
export interface SourceSpan {
	/** Offsets in the paragraph's text. */
	readonly start: number;
	readonly end: number;
	/** Where the characters stand in the part (content of one w:t, or the whole element for w:tab, w:sym …). */
	readonly source: Range;
	readonly verbatim: boolean;
	/** False for what a splice must not touch: field results, w:sym, equations, others' tracked changes. */
	readonly editable: boolean;
}

/** A stretch of a paragraph with one effective format. Runs of a paragraph are in order and cover its text exactly. */
export interface Run {
	readonly start: number;
	readonly end: number;
	readonly format: RunFormat;
	/** Origin of the values that rules judge. */
	readonly why: Readonly<Partial<Record<keyof RunFormat, Why>>>;
	/** The run element in the part (w:r), for .docx; absent in Markdown. */
	readonly source?: Range;
	/** Set when the run stands inside somebody's tracked insertion. */
	readonly revision?: 'inserted';
	/** Name of the field whose result this is: 'PAGE', 'REF', 'TOC' …. */
	readonly field?: string;
}

/**
 * Effective paragraph formatting; lengths in twips. Character units have been turned into twips with the paragraph's own
 * size and grid (`firstLineChars` keeps the stated hundredths of a character, null when twips were stated).
 */
export interface ParagraphFormat {
	readonly alignment: Alignment;
	/** Negative: hanging. */
	readonly firstLine: Twips;
	readonly firstLineChars: number | null;
	readonly left: Twips;
	readonly leftChars: number | null;
	readonly right: Twips;
	readonly rightChars: number | null;
	readonly before: Twips;
	readonly after: Twips;
	/** Twips when `lineRule` is exact or atLeast; 240ths of a line when auto. */
	readonly line: number;
	readonly lineRule: LineRule;
	readonly snapToGrid: boolean;
	readonly keepNext: boolean;
	readonly keepLines: boolean;
	readonly pageBreakBefore: boolean;
	/** 0-8 as w:outlineLvl, null for body text. */
	readonly outlineLevel: number | null;
}

/** An automatic number or bullet (w:numPr) as displayed; never part of `text`. */
export interface Label {
	readonly text: string;
	/** 0-based list level. */
	readonly level: number;
	/** Identity of the list (w:numId as text; in Markdown the list's position). */
	readonly list: string;
	readonly bullet: boolean;
	/** Value of the counter of this level. */
	readonly value: number;
	/** What follows the number (w:suff, 17.9.28); absent in Markdown. */
	readonly suffix?: 'tab' | 'space' | 'nothing';
	readonly format: RunFormat;
}

/** Position of a paragraph in a table: indices count from 0; `tables` of the Doc describes the table. */
export interface CellPlace {
	readonly table: number;
	readonly row: number;
	readonly column: number;
}

/** A field in a paragraph: instruction name in capitals, the whole instruction, and the result's place in the text. */
export interface Field {
	readonly name: string;
	readonly instruction: string;
	readonly start: number;
	readonly end: number;
}

/** What a break run asks for; offsets in text (the break itself is '\n' for a line break and '\f' for a page or column break). */
export interface Break {
	readonly at: number;
	readonly kind: 'line' | 'page' | 'column';
}

/** Which header or footer a paragraph belongs to, and which sections show it. */
export interface HeaderFooterPlace {
	readonly kind: 'default' | 'even' | 'first';
	/** Indices into Doc.sections of those that show it, inherited references included. */
	readonly sections: readonly number[];
	/** False when titlePg or evenAndOddHeaders keeps it from being shown. */
	readonly shown: boolean;
}

/** One paragraph. `block` is its index in `Doc.paragraphs` and the number that results cite. */
export interface Paragraph {
	readonly block: number;
	readonly where: Where;
	/** Visible text with tracked deletions left out and fields shown by their results; without the automatic label. */
	readonly text: string;
	readonly label: Label | null;
	readonly format: ParagraphFormat;
	readonly why: Readonly<Partial<Record<keyof ParagraphFormat, Why>>>;
	readonly runs: readonly Run[];
	/** Format that typed text would take here (paragraph mark's; also that of an empty paragraph). */
	readonly markFormat: RunFormat;
	readonly spans: readonly SourceSpan[];
	/** Name of the paragraph style (w:name, lower-cased for built-ins as written), '' in Markdown unless a heading: 'heading 1'. */
	readonly style: string;
	/** Index into Doc.sections. */
	readonly section: number;
	readonly cell: CellPlace | null;
	readonly headerFooter: HeaderFooterPlace | null;
	readonly fields: readonly Field[];
	readonly breaks: readonly Break[];
	/** The whole paragraph in its part (w:p element; the lines of a Markdown block). */
	readonly source: Range;
	/** A second copy of the same paragraph (mc:Fallback of a text box): changed together with this one. */
	readonly twin?: Range;
	/** Objects anchored in the paragraph that are not text. */
	readonly objects: readonly ObjectKind[];
	/** The same objects in order of place, with what printing them takes; absent when there are none. */
	readonly drawings?: readonly Drawing[];
	/** Marks of footnotes and endnotes in order; absent when there are none. */
	readonly notes?: readonly NoteReference[];
	/** The note that the paragraph belongs to, for `where` footnote and endnote in .docx. */
	readonly note?: NoteKey;
	/** 1-based line of the first character; Markdown only. */
	readonly line?: number;
}

export type ObjectKind = 'image' | 'shape' | 'equation' | 'embedded' | 'chart' | 'note-reference' | 'comment-reference';

/** A picture in the text, as far as a printer needs to know it. */
export interface PictureDrawing {
	readonly kind: 'picture';
	/** Offset in the paragraph's text before which it stands. */
	readonly at: number;
	/** Part of the package that holds the image, or the path as written in Markdown; null when it lies outside the file. */
	readonly target: string | null;
	/** Part with another image of the same picture, which the file brings for programs that cannot show the first. */
	readonly fallback?: string;
	/** Size on the page; null when the source states none. */
	readonly width: Twips | null;
	readonly height: Twips | null;
	/** Shares cut off at the left, top, right and bottom, in thousandths (a:srcRect); null when nothing is cut. */
	readonly crop: readonly [number, number, number, number] | null;
	/** Degrees clockwise about its middle; `width` and `height` are those before turning. */
	readonly rotation: number;
	/** Mirrored left to right, top to bottom or both, before it is turned (20.1.7.6). */
	readonly flipped: 'none' | 'horizontal' | 'vertical' | 'both';
	/** True when it is placed on the page, false when it stands in the line like a character. */
	readonly floating: boolean;
}

/** What stands in a paragraph and is not text: pictures, frames of text boxes, straight lines, and what has no picture. */
export type Drawing =
	| PictureDrawing
	/** A text box, with a line around it or not; its paragraphs follow this one. */
	| { readonly kind: 'box'; readonly at: number; readonly framed: boolean }
	/** Horizontal line. */
	| { readonly kind: 'line'; readonly at: number; readonly width: Twips | null }
	| { readonly kind: 'chart' | 'diagram' | 'embedded' | 'shape' | 'group'; readonly at: number };

/** A footnote or endnote mark in the text. */
export interface NoteReference {
	/** Offset in the paragraph's text before which the mark stands. */
	readonly at: number;
	readonly note: NoteKey;
	/** The mark as displayed; '' when the text itself holds it (w:customMarkFollows). */
	readonly label: string;
	/**
	 * Marks of the first, second … note of a page, where they begin anew on each (w:numRestart eachPage, 17.11.19): only
	 * pages tell the mark, and `label` counts on.
	 */
	readonly byPage?: readonly string[];
}

export interface NoteKey {
	readonly kind: 'footnote' | 'endnote';
	readonly id: string;
}

/** w:docGrid: pitch in twips; `charSpace` in 1/4096 pt added to the default size. `type` 'none' when absent or bare. */
export interface DocGrid {
	readonly type: 'none' | 'lines' | 'linesAndChars' | 'snapToChars';
	readonly linePitch: Twips;
	readonly charSpace: number;
}

/** Page set-up of one section; lengths in twips. */
export interface Section {
	readonly width: Twips;
	readonly height: Twips;
	readonly orientation: 'portrait' | 'landscape';
	readonly top: Twips;
	readonly right: Twips;
	readonly bottom: Twips;
	readonly left: Twips;
	readonly gutter: Twips;
	readonly header: Twips;
	readonly footer: Twips;
	readonly grid: DocGrid;
	readonly titlePage: boolean;
	readonly start: 'nextPage' | 'oddPage' | 'evenPage' | 'continuous' | 'nextColumn';
	/** w:pgNumType: start number (null: continues) and w:fmt. */
	readonly pageNumberStart: number | null;
	readonly pageNumberFormat: string;
	readonly columns: number;
	/** The w:sectPr element; absent when the document has none and defaults apply, and in Markdown. */
	readonly source?: Range;
}

export interface TableCell {
	readonly row: number;
	readonly column: number;
	readonly columnSpan: number;
	readonly rowSpan: number;
	/** Blocks of the cell's paragraphs, nested tables included. */
	readonly blocks: readonly number[];
	readonly width: Twips | null;
	readonly verticalAlign: 'top' | 'center' | 'bottom';
}

/** A table. Merged cells appear once, with their spans. */
export interface Table {
	readonly index: number;
	/** Enclosing table, or null. */
	readonly parent: number | null;
	/** First and last block (inclusive) of its cells. */
	readonly firstBlock: number;
	readonly lastBlock: number;
	/** Column widths from w:tblGrid; [] when unknown. */
	readonly columns: readonly Twips[];
	readonly rows: number;
	/** Number of leading rows marked w:tblHeader (Markdown: 1). */
	readonly headRows: number;
	/** Rows that a page end must not cut (w:cantSplit); absent when there are none. */
	readonly keptRows?: readonly number[];
	readonly cells: readonly TableCell[];
	readonly alignment: 'left' | 'center' | 'right';
	readonly borders: boolean;
}

/** Counts that a written file must still have after a fix (read-back check), and that rules on draft hygiene use. */
export interface DocCounts {
	readonly images: number;
	readonly footnotes: number;
	readonly endnotes: number;
	readonly comments: number;
	readonly insertions: number;
	readonly deletions: number;
	readonly formatChanges: number;
}

export interface DocSettings {
	readonly evenAndOddHeaders: boolean;
	readonly mirrorMargins: boolean;
	readonly trackChanges: boolean;
	/** Size in points that grid charSpace is added to (default paragraph style). */
	readonly gridBaseSize: number;
	readonly defaultTabStop: Twips;
}

/** A comment on the text: a Word comment, or an HTML comment in Markdown, which speaks of the block it stands in or before. */
export interface Remark {
	readonly text: string;
	/** '' in Markdown. */
	readonly author: string;
	/** YYYY-MM-DD, '' when the file has none. */
	readonly date: string;
	/** First and last block that it speaks of, inclusive. */
	readonly firstBlock: number;
	readonly lastBlock: number;
}

/** What a front matter or document properties say, keyed as written; values are strings. */
export type Metadata = Readonly<Record<string, string>>;

/**
 * A document as read: plain data, never changed. Facts only: roles such as title or signature are the Outline's.
 * Markdown has no page set-up of its own: `sections` is then empty and rules on format say so in `unchecked`.
 */
export interface Doc {
	readonly kind: 'docx' | 'markdown';
	readonly paragraphs: readonly Paragraph[];
	readonly sections: readonly Section[];
	readonly tables: readonly Table[];
	readonly settings: DocSettings;
	readonly counts: DocCounts;
	readonly metadata: Metadata;
	/** Offset in the file's text of each line's first character; Markdown only, for line and column of findings. */
	readonly lineStarts?: readonly number[];
	/** Comments that have a place in the text; absent without any. */
	readonly remarks?: readonly Remark[];
	readonly problems: readonly Problem[];
	readonly unchecked: readonly Unchecked[];
}
