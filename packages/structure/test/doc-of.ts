/** Docs made by hand for tests: as many facts as a test states, everything else plain. */

import type { Alignment, Doc, Label, Paragraph, ParagraphFormat, RunFormat, Where } from '@bianxu/model';

export interface Stated {
	readonly text: string;
	readonly where?: Where;
	readonly size?: number;
	readonly bold?: boolean;
	readonly color?: string;
	readonly alignment?: Alignment;
	readonly style?: string;
	/** Text of an automatic number; '•' is a bullet. */
	readonly label?: string;
	readonly image?: boolean;
	readonly pageBreakBefore?: boolean;
	/** Length of a stretch at the head in another face. */
	readonly head?: number;
}

const plainRun: RunFormat = {
	eastAsia: '仿宋',
	ascii: 'Times New Roman',
	hAnsi: 'Times New Roman',
	ambiguous: 'eastAsia',
	size: 16,
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
const plainParagraph: ParagraphFormat = {
	alignment: 'justify',
	firstLine: 640,
	firstLineChars: 200,
	left: 0,
	leftChars: null,
	right: 0,
	rightChars: null,
	before: 0,
	after: 0,
	line: 560,
	lineRule: 'exact',
	snapToGrid: true,
	keepNext: false,
	keepLines: false,
	pageBreakBefore: false,
	outlineLevel: null,
};

function labelOf(text: string, format: RunFormat): Label {
	return { text, level: 0, list: '1', bullet: text === '•', value: 1, format };
}

function paragraphOf(stated: Stated, block: number): Paragraph {
	const format: RunFormat = {
		...plainRun,
		size: stated.size ?? 16,
		bold: stated.bold ?? false,
		color: stated.color ?? 'auto',
	};
	const { text, head = 0 } = stated;
	const runs = [
		...(head > 0 ? [{ start: 0, end: head, format: { ...format, eastAsia: '楷体' }, why: {} }] : []),
		...(text.length > head ? [{ start: head, end: text.length, format, why: {} }] : []),
	];
	return {
		block,
		where: stated.where ?? 'body',
		text,
		label: stated.label === undefined ? null : labelOf(stated.label, format),
		format: {
			...plainParagraph,
			alignment: stated.alignment ?? 'justify',
			pageBreakBefore: stated.pageBreakBefore ?? false,
		},
		why: {},
		runs,
		markFormat: format,
		spans: [],
		style: stated.style ?? 'Normal',
		section: 0,
		cell: stated.where === 'table' ? { table: 0, row: 0, column: 0 } : null,
		headerFooter: null,
		fields: [],
		breaks: [],
		source: { part: '/word/document.xml', start: 0, end: 0 },
		objects: stated.image === true ? ['image'] : [],
	};
}

/** A Doc of the stated paragraphs, as read from a .docx. */
export function docOf(paragraphs: readonly (Stated | string)[]): Doc {
	return {
		kind: 'docx',
		paragraphs: paragraphs.map((each, block) => paragraphOf(typeof each === 'string' ? { text: each } : each, block)),
		sections: [],
		tables: [],
		settings: {
			evenAndOddHeaders: false,
			mirrorMargins: false,
			trackChanges: false,
			gridBaseSize: 16,
			defaultTabStop: 420,
		},
		counts: {
			images: 0,
			footnotes: 0,
			endnotes: 0,
			comments: 0,
			insertions: 0,
			deletions: 0,
			formatChanges: 0,
		},
		metadata: {},
		problems: [],
		unchecked: [],
	};
}
