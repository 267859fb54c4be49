import type { DocGrid, Section } from '@bianxu/model';
import { attr, child, elementName, elementsNamed, parentOf, type XmlDocument } from '@bianxu/opc';
import { type ScannedPart, rangeOf, tagOf } from './scanned-part.ts';
import { readNotes, type SectionNotes } from './settings.ts';
import { integer, onOff, twips } from './xml-values.ts';

export type HeaderFooterKind = 'default' | 'even' | 'first';

/** One w:headerReference or w:footerReference. */
export interface HeaderFooterReference {
	readonly what: 'header' | 'footer';
	readonly kind: HeaderFooterKind;
	readonly relationship: string;
}

/** Sections in order, the element that ends each (for the walker), and their header and footer references as written. */
export interface ReadSections {
	readonly sections: readonly Section[];
	/** Section index by w:sectPr element. */
	readonly indexOf: ReadonlyMap<number, number>;
	readonly references: readonly (readonly HeaderFooterReference[])[];
	/** Numbering of notes by section. */
	readonly notes: readonly SectionNotes[];
}

/** A section without any w:sectPr: Word's Letter page with one-inch margins. */
const DEFAULT_SECTION: Section = {
	width: 12240,
	height: 15840,
	orientation: 'portrait',
	top: 1440,
	right: 1440,
	bottom: 1440,
	left: 1440,
	gutter: 0,
	header: 720,
	footer: 720,
	grid: { type: 'none', linePitch: 0, charSpace: 0 },
	titlePage: false,
	start: 'nextPage',
	pageNumberStart: null,
	pageNumberFormat: 'decimal',
	columns: 1,
};

/**
 * Reads the sections of the main part (17.6): each w:sectPr describes the section that ends there. Those in text boxes,
 * tables and old properties are no sections. `base`: numbering of notes where a section states none.
 */
export function readSections(part: ScannedPart, base: SectionNotes): ReadSections {
	const { xml } = part;
	const sections: Section[] = [];
	const indexOf = new Map<number, number>();
	const references: (readonly HeaderFooterReference[])[] = [];
	const notes: SectionNotes[] = [];
	for (const e of elementsNamed(xml, (name) => name === 'w:sectPr')) {
		if (!endsSection(part, e)) continue;
		indexOf.set(e, sections.length);
		sections.push(readSection(part, e));
		references.push(readReferences(xml, e));
		notes.push(readNotes(xml, e, base));
	}
	const last = [...indexOf.keys()].at(-1);
	const closed = last !== undefined && tagOf(part, parentOf(xml, last)) === 'w:body';
	if (!closed) {
		sections.push(DEFAULT_SECTION);
		references.push([]);
		notes.push(base);
	}
	return { sections, indexOf, references, notes };
}

function endsSection(part: ScannedPart, element: number): boolean {
	const { xml } = part;
	for (let e = parentOf(xml, element); e >= 0; e = parentOf(xml, e)) {
		const tag = tagOf(part, e);
		if (tag === 'w:body') return true;
		if (tag === 'w:txbxContent' || tag === 'w:tbl' || tag === 'mc:Fallback') return false;
		const name = elementName(xml, e);
		if (name === 'w:pPrChange' || name === 'w:sectPrChange') return false;
	}
	return false;
}

function readSection(part: ScannedPart, element: number): Section {
	const { xml } = part;
	const size = child(xml, element, 'w:pgSz');
	const margins = child(xml, element, 'w:pgMar');
	const numbers = child(xml, element, 'w:pgNumType');
	const titlePage = child(xml, element, 'w:titlePg');
	const base = DEFAULT_SECTION;
	const margin = (name: string, otherwise: number): number => twips(xml, margins, name) ?? otherwise;
	return {
		width: twips(xml, size, 'w:w') ?? base.width,
		height: twips(xml, size, 'w:h') ?? base.height,
		orientation: attr(xml, size, 'w:orient') === 'landscape' ? 'landscape' : 'portrait',
		top: margin('w:top', base.top),
		right: margin('w:right', base.right),
		bottom: margin('w:bottom', base.bottom),
		left: margin('w:left', base.left),
		gutter: margin('w:gutter', 0),
		header: margin('w:header', base.header),
		footer: margin('w:footer', base.footer),
		grid: readGrid(xml, child(xml, element, 'w:docGrid')),
		titlePage: titlePage >= 0 && onOff(xml, titlePage) !== false,
		start: startOf(attr(xml, child(xml, element, 'w:type'), 'w:val')),
		pageNumberStart: integer(xml, numbers, 'w:start', 0, 1_000_000) ?? null,
		pageNumberFormat: attr(xml, numbers, 'w:fmt') ?? 'decimal',
		columns: columnsOf(xml, child(xml, element, 'w:cols')),
		source: rangeOf(part, element),
	};
}

/** w:docGrid (17.6.5): only three types make a grid; a bare pitch is none. */
function readGrid(xml: XmlDocument, element: number): DocGrid {
	const type = attr(xml, element, 'w:type');
	return {
		type: type === 'lines' || type === 'linesAndChars' || type === 'snapToChars' ? type : 'none',
		linePitch: twips(xml, element, 'w:linePitch') ?? 0,
		charSpace: integer(xml, element, 'w:charSpace', -1_000_000, 10_000_000) ?? 0,
	};
}

function startOf(value: string | undefined): Section['start'] {
	switch (value) {
		case 'oddPage':
		case 'evenPage':
		case 'continuous':
		case 'nextColumn':
			return value;
		default:
			return 'nextPage';
	}
}

function columnsOf(xml: XmlDocument, cols: number): number {
	return integer(xml, cols, 'w:num', 1, 45) ?? 1;
}

function readReferences(xml: XmlDocument, sectPr: number): HeaderFooterReference[] {
	const found: HeaderFooterReference[] = [];
	for (let e = xml.firstChild[sectPr] as number; e >= 0; e = xml.next[e] as number) {
		const name = elementName(xml, e);
		if (name !== 'w:headerReference' && name !== 'w:footerReference') continue;
		const type = attr(xml, e, 'w:type');
		found.push({
			what: name === 'w:headerReference' ? 'header' : 'footer',
			kind: type === 'even' || type === 'first' ? type : 'default',
			relationship: attr(xml, e, 'r:id') ?? '',
		});
	}
	return found;
}
