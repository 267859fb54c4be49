import type { Doc, Paragraph } from '@bianxu/model';
import { paperMemory } from './paper-memory.ts';

/** Paragraphs of headers and footers that are shown: a handful, for which many rules ask. */
interface Furniture {
	readonly shown: readonly Paragraph[];
	/** Those with a page number. */
	readonly numbered: readonly Paragraph[];
}

const kept = paperMemory<Doc, Furniture>();

function furnitureIn(doc: Doc): Furniture {
	const known = kept.get(doc);
	if (known !== undefined) return known;
	const shown = doc.paragraphs.filter(({ headerFooter }) => headerFooter?.shown === true);
	const furniture = { shown, numbered: shown.filter(hasPageField) };
	kept.set(doc, furniture);
	return furniture;
}

/** Footers and headers that are shown, with a PAGE field or not, in document order. */
export function shownFurniture(doc: Doc): readonly Paragraph[] {
	return furnitureIn(doc).shown;
}

/** True when the paragraph shows the page number by a field. */
export function hasPageField(paragraph: Paragraph): boolean {
	return paragraph.fields.some((field) => field.name === 'PAGE') || paragraph.runs.some((run) => run.field === 'PAGE');
}

/** Shown paragraphs with a page number, in footers or headers. */
export function pageNumberParagraphs(doc: Doc): readonly Paragraph[] {
	return furnitureIn(doc).numbered;
}

/** Offsets of the page number's digits in the paragraph's text. */
export function pageFieldPlace(paragraph: Paragraph): { readonly start: number; readonly end: number } | null {
	const field = paragraph.fields.find((candidate) => candidate.name === 'PAGE');
	if (field !== undefined) return { start: field.start, end: field.end };
	const run = paragraph.runs.find((candidate) => candidate.field === 'PAGE');
	return run === undefined ? null : { start: run.start, end: run.end };
}

/**
 * True when the footers hold page numbers, dashes and blanks only, so that writing them anew loses nothing. Pictures,
 * texts and other fields (the count of pages) are a person's.
 */
export function footersAreReplaceable(doc: Doc): boolean {
	return doc.paragraphs.every((paragraph) => {
		if (paragraph.where !== 'footer' && !(paragraph.where === 'textbox' && paragraph.headerFooter !== null))
			return true;
		const objects = paragraph.objects.filter((kind) => kind !== 'shape');
		return (
			objects.length === 0 &&
			/^[\s\d\u3000—–\-－―─一第页]*$/.test(paragraph.text) &&
			paragraph.fields.every((field) => field.name === 'PAGE')
		);
	});
}
