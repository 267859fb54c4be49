import type { DocCounts, DocSettings, ParagraphFormat, RunFormat } from '@bianxu/model';

/**
 * Format of Markdown text: fonts '' and size 0, because the file does not determine them. Rules on format do not look
 * (`needsFormat`), and the printer sets by role.
 */
export const markdownRunFormat: RunFormat = {
	eastAsia: '',
	ascii: '',
	hAnsi: '',
	ambiguous: 'eastAsia',
	size: 0,
	bold: false,
	italic: false,
	underline: 'none',
	color: 'auto',
	highlight: 'none',
	strike: false,
	hidden: false,
	scale: 100,
	letterSpacing: 0,
	vertical: 'baseline',
};

/** Paragraph format of Markdown text: nothing is set. */
export const markdownParagraphFormat: ParagraphFormat = {
	alignment: 'left',
	firstLine: 0,
	firstLineChars: null,
	left: 0,
	leftChars: null,
	right: 0,
	rightChars: null,
	before: 0,
	after: 0,
	line: 240,
	lineRule: 'auto',
	snapToGrid: true,
	keepNext: false,
	keepLines: false,
	pageBreakBefore: false,
	outlineLevel: null,
};

/** Settings of a Markdown document: Word's defaults, since none can be stated. */
export const markdownSettings: DocSettings = {
	evenAndOddHeaders: false,
	mirrorMargins: false,
	trackChanges: false,
	gridBaseSize: 10,
	defaultTabStop: 720,
};

/** Counts of a Markdown document with nothing counted yet. */
export const noCounts: DocCounts = {
	images: 0,
	footnotes: 0,
	endnotes: 0,
	comments: 0,
	insertions: 0,
	deletions: 0,
	formatChanges: 0,
};
