import type { Doc, NoteKey, NoteReference, Paragraph } from '@bianxu/model';
import { EM_ASCENT } from './geometry.ts';
import { breakLines, type Line } from './line-breaking.ts';
import type { Box, Page } from './page-flow.ts';
import { type LineItem, setLine } from './set-line.ts';
import type { Setter } from './setter.ts';
import { type Shaped, shape, type StyledSpan } from './shape.ts';
import { spansOf } from './spans.ts';

/** Notes of a material: the lines that go to the foot of a page, and what no mark has asked for. */
export interface Notes {
	/** Lines of the footnotes whose marks stand in a line; each note once, at its first mark. */
	readonly of: (setter: Setter, shaped: Shaped, line: Line) => readonly Box[];
	/** Notes at the end: endnotes, and footnotes whose mark is not printed. Nothing is dropped. */
	readonly rest: (setter: Setter) => readonly Box[];
}

/** 小五 with a line of 12 pt: smaller than tables, still read without effort. */
const SIZE = 9;
const LINE = 12.5;
const MARK = 0.62;
const RAISED = 0.36;

/** Notes of a Doc. */
export function createNotes(doc: Doc): Notes {
	const texts = new Map<string, Paragraph[]>();
	for (const paragraph of doc.paragraphs) {
		if (paragraph.note === undefined) continue;
		const key = keyOf(paragraph.note);
		const own = texts.get(key);
		if (own === undefined) texts.set(key, [paragraph]);
		else own.push(paragraph);
	}
	if (texts.size === 0) return { of: () => NONE, rest: () => NONE };
	const labels = new Map<string, string>();
	for (const paragraph of doc.paragraphs)
		for (const { note, label } of paragraph.notes ?? []) if (!labels.has(keyOf(note))) labels.set(keyOf(note), label);
	const set = new Set<string>();
	const boxes = (setter: Setter, key: string): readonly Box[] => {
		if (set.has(key)) return NONE;
		set.add(key);
		return (texts.get(key) ?? []).flatMap((paragraph, index) =>
			noteLines(setter, paragraph, index === 0 ? (labels.get(key) ?? '') : ''),
		);
	};
	return {
		of: (setter, shaped, line) => {
			if (shaped.notes === null) return NONE;
			return [...shaped.notes].flatMap(([index, note]) =>
				index >= line.start && index < line.end && note.kind === 'footnote' ? boxes(setter, keyOf(note)) : NONE,
			);
		},
		rest: (setter) => [...texts.keys()].flatMap((key) => boxes(setter, key)),
	};
}

const NONE: readonly Box[] = [];

function keyOf(note: NoteKey): string {
	return `${note.kind} ${note.id}`;
}

function noteLines(setter: Setter, paragraph: Paragraph, label: string): readonly Box[] {
	const { geometry, book } = setter;
	const spans = spansOf(paragraph, 'note-text', book, { font: 'songti', size: SIZE }, null);
	const mark = book.styles('songti', SIZE * MARK, { block: paragraph.block, role: 'note-text' }, SIZE * RAISED);
	if (spans === null || mark === null) return NONE;
	const lead: StyledSpan[] = label === '' ? [] : [{ text: label, offset: -1, styleOf: mark }];
	const shaped = shape([...lead, ...spans], paragraph.block, 'note-text');
	// Two characters in, as body text is; turned lines begin at the edge.
	const indent = 2 * SIZE;
	const lines = breakLines(shaped, { first: geometry.textWidth - indent, rest: geometry.textWidth });
	return lines.map((line, index): Box => {
		const items: LineItem[] = [];
		const at = index === 0 ? indent : 0;
		setLine(shaped, line, geometry.left + at, geometry.textWidth - at, items);
		for (const item of items) item.y += (LINE - SIZE) / 2 + EM_ASCENT * SIZE;
		return { kind: 'line', height: LINE, items, keepNext: false };
	});
}

/** Where a note mark stands: its paragraph and its place among the marks of that paragraph. */
type MarkPlaces = ReadonlyMap<number, readonly number[]>;

/**
 * Pages of the note marks of each paragraph, by the character that a mark is bound to. Marks of text that is on no page
 * stand on the first.
 */
function pagesOfMarks(doc: Doc, pages: readonly Page[]): MarkPlaces {
	const places = new Map<number, number[]>();
	for (const { block, notes } of doc.paragraphs)
		if (notes !== undefined)
			places.set(
				block,
				notes.map(() => 0),
			);
	pages.forEach((page, index) => {
		for (const item of page.items) {
			if (item.kind !== 'text' || item.block === undefined || item.offset === undefined) continue;
			const own = places.get(item.block);
			if (own === undefined) continue;
			const { offset, text } = item;
			doc.paragraphs[item.block]?.notes?.forEach(({ at }, mark) => {
				const bound = Math.max(0, at - 1);
				if (bound >= offset && bound < offset + text.length) own[mark] = index;
			});
		}
	});
	return places;
}

/**
 * The same document with the marks of notes that begin anew on each page as these pages have them; itself when they are
 * so already. A note has the mark of its first place.
 */
export function withMarksByPage(doc: Doc, pages: readonly Page[]): Doc {
	const places = pagesOfMarks(doc, pages);
	const counts = new Map<number, number>();
	const labels = new Map<string, string>();
	let changed = false;
	const paragraphs = doc.paragraphs.map((paragraph): Paragraph => {
		const own = paragraph.notes?.map((reference, mark): NoteReference => {
			if (reference.byPage === undefined) return reference;
			const page = places.get(paragraph.block)?.[mark] ?? 0;
			const key = keyOf(reference.note);
			const before = counts.get(page) ?? 0;
			const label = labels.get(key) ?? reference.byPage[before] ?? String(before + 1);
			if (!labels.has(key)) counts.set(page, before + 1);
			labels.set(key, label);
			if (label !== reference.label) changed = true;
			return { ...reference, label };
		});
		return own === undefined ? paragraph : { ...paragraph, notes: own };
	});
	return changed ? { ...doc, paragraphs } : doc;
}

/** True when pages decide about marks of notes. */
export function marksByPage(doc: Doc): boolean {
	return doc.paragraphs.some(({ notes }) => notes?.some(({ byPage }) => byPage !== undefined) === true);
}
