import type { Doc, NoteKey, Paragraph } from '@bianxu/model';
import { EM_ASCENT } from './geometry.ts';
import { breakLines, type Line } from './line-breaking.ts';
import type { Box } from './page-flow.ts';
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
