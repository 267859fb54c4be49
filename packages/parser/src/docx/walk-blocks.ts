import type { CellPlace, DocGrid, Label, Paragraph, RunFormat, Where } from '@bianxu/model';
import { child, firstChild, nextSibling } from '@bianxu/opc';
import type { Layer } from './cascade.ts';
import { type Draft, isPlain, nextDraft, type PendingBox } from './draft.ts';
import { fieldStack } from './fields.ts';
import { chooseBranch, pairParagraphs } from './objects.ts';
import { automaticSpacing, type ResolvedParagraph, resolveParagraph } from './paragraph-format.ts';
import {
	type ListPlace,
	paragraphLayers,
	type ParagraphUse,
	paragraphUse,
	runLayers,
	type Story,
	type StyleContext,
	type TableContext,
} from './reading.ts';
import { resolveRun } from './run-format.ts';
import type { RunProperties } from './run-properties.ts';
import { rangeOf, sliceOf, tagOf } from './scanned-part.ts';
import { MOST_MEASURES } from './shared-formats.ts';
import { walkTable } from './tables.ts';
import { isLocked, unknownElement, walkInline, type Wrapping } from './walk-inline.ts';

/** Where the paragraphs of a container stand. */
interface Place {
	readonly cell: CellPlace | null;
	readonly context: TableContext | null;
	readonly wrapping: Wrapping;
}

/** A paragraph that was read and not yet emitted: its mark may be deleted, then the next one continues it. */
interface Pending {
	readonly draft: Draft;
	readonly element: number;
	readonly pPr: number;
	readonly use: ParagraphUse;
}

/** What one container (body, cell, text box, note) remembers from paragraph to paragraph. */
interface Container {
	joined: Pending | null;
	/** Paragraph just before, for spaces that close up between neighbours; null after a table. */
	previous: Neighbour | null;
	/** Nothing was read yet. */
	empty: boolean;
	/** A cell or text box: automatic spacing closes up at its edges. */
	readonly edged: boolean;
}

/** What the spaces between two paragraphs depend on. */
interface Neighbour {
	readonly block: number;
	readonly resolved: ResolvedParagraph;
	readonly list: string | null;
	readonly section: number;
}

const PLAIN: Wrapping = { inserted: false, locked: false };

/**
 * Reads the paragraphs and tables of a container element into the reading, in document order: a text box's paragraphs
 * follow the paragraph it is anchored in. Recursion is bounded by the scanner's depth limit.
 */
export function walkStory(story: Story, root: number): void {
	walkContainer(story, root, { cell: null, context: null, wrapping: PLAIN });
}

function walkContainer(story: Story, root: number, place: Place): void {
	const edged = place.cell !== null || tagOf(story.part, root) === 'w:txbxContent';
	const container: Container = { joined: null, previous: null, empty: true, edged };
	walkBlocks(story, container, root, place);
	flush(story, container, place);
	const last = container.previous;
	if (edged && story.reading.htmlSpacing && last?.resolved.automatic.after === true) {
		setSpace(story.reading.paragraphs, last.block, 'after');
	}
}

function walkBlocks(story: Story, container: Container, root: number, place: Place): void {
	const { xml } = story.part;
	for (let e = firstChild(xml, root); e >= 0; e = nextSibling(xml, e)) block(story, container, e, place);
}

function block(story: Story, container: Container, e: number, place: Place): void {
	const { part, reading } = story;
	const { xml } = part;
	switch (tagOf(part, e)) {
		case 'w:p':
			return paragraph(story, container, e, place);
		case 'w:tbl':
			flush(story, container, place);
			container.previous = null;
			container.empty = false;
			return walkTable(story, e, place.cell?.table ?? null, (cell) => {
				walkContainer(story, cell.element, {
					cell: { table: cell.table, row: cell.row, column: cell.column },
					context: cell.context,
					wrapping: place.wrapping,
				});
			});
		case 'w:sdt': {
			const locked = place.wrapping.locked || isLocked(part, e);
			const wrapping = { ...place.wrapping, locked };
			return walkBlocks(story, container, child(xml, e, 'w:sdtContent'), { ...place, wrapping });
		}
		case 'w:customXml':
		case 'w:smartTag':
			return walkBlocks(story, container, e, place);
		case 'w:ins':
		case 'w:moveTo':
			return walkBlocks(story, container, e, { ...place, wrapping: { ...place.wrapping, inserted: true } });
		case 'mc:AlternateContent': {
			const { chosen } = chooseBranch(part, e);
			if (chosen >= 0) walkBlocks(story, container, chosen, place);
			return;
		}
		case 'w:altChunk':
			return reading.notices.unchecked(
				'alt-chunk',
				'含有打开时才并入的外来文档（altChunk），其中的文字未检查',
				'a foreign document is merged in on opening (altChunk); its text was not checked',
				reading.paragraphs.length,
			);
		case 'w:subDoc':
			return reading.notices.unchecked(
				'sub-document',
				'子文档的内容不在本文件中，未检查',
				'a sub-document is not in this file',
				reading.paragraphs.length,
			);
		case 'w:del':
		case 'w:moveFrom':
		case 'w:sectPr':
		case 'w:tcPr':
		case 'w:sdtPr':
		case 'w:customXmlPr':
		case 'w:proofErr':
		case 'w:bookmarkStart':
		case 'w:bookmarkEnd':
		case 'w:commentRangeStart':
		case 'w:commentRangeEnd':
		case 'w:permStart':
		case 'w:permEnd':
		case 'w:moveFromRangeStart':
		case 'w:moveFromRangeEnd':
		case 'w:moveToRangeStart':
		case 'w:moveToRangeEnd':
		case 'w:customXmlInsRangeStart':
		case 'w:customXmlInsRangeEnd':
		case 'w:customXmlDelRangeStart':
		case 'w:customXmlDelRangeEnd':
		case 'w:customXmlMoveFromRangeStart':
		case 'w:customXmlMoveFromRangeEnd':
		case 'w:customXmlMoveToRangeStart':
		case 'w:customXmlMoveToRangeEnd':
			return;
		default:
			return unknownElement({ story, block: reading.paragraphs.length }, e);
	}
}

function paragraph(story: Story, container: Container, element: number, place: Place): void {
	const { part, reading } = story;
	const { xml } = part;
	const first = firstChild(xml, element);
	const pPr = first >= 0 && tagOf(part, first) === 'w:pPr' ? first : child(xml, element, 'w:pPr');
	const use = paragraphUse(reading, part, pPr, place.context);
	const draft = container.joined?.draft ?? nextDraft(reading.spent);
	reading.spent = null;
	walkInline({ story, draft, context: use.context, block: reading.paragraphs.length }, element, place.wrapping);
	const pending: Pending = { draft, element, pPr, use };
	const sectPr = pPr < 0 ? -1 : child(xml, pPr, 'w:sectPr');
	const section = story.main && sectPr >= 0 ? reading.sectionOf.get(sectPr) : undefined;
	if (section !== undefined) story.section = section;
	// A paragraph mark that a tracked change takes away joins its paragraph to the next (17.13.5.15).
	if (use.markDeleted && section === undefined) container.joined = pending;
	else {
		container.joined = null;
		emit(story, container, pending, place);
	}
	if (section !== undefined) story.section = Math.min(section + 1, reading.sections.length - 1);
}

/** Ends a container or meets a table: a paragraph that found no successor stays, unless nothing is left of it. */
function flush(story: Story, container: Container, place: Place): void {
	const { joined } = container;
	container.joined = null;
	if (joined === null) return;
	const { text, objects, boxes } = joined.draft;
	if (text !== '' || objects.length > 0 || boxes.length > 0) emit(story, container, joined, place);
}

function emit(story: Story, container: Container, pending: Pending, place: Place): void {
	const { reading, part } = story;
	const { draft, element, pPr, use } = pending;
	const { list, mark, context } = use;
	if (story.fields.open()) draft.fields.push(...story.fields.pause(draft.text.length));
	const block = reading.paragraphs.length;
	const hidden = mark.format.hidden && draft.runs.every((run) => run.format.hidden);
	const resolved = resolvedParagraph(story, use, advanceOf(draft, mark.format));
	const twin = story.twins?.get(element);
	const plain = isPlain(draft);
	const result: { -readonly [K in keyof Paragraph]: Paragraph[K] } = {
		block,
		where: story.where === 'body' && place.cell !== null ? 'table' : story.where,
		text: draft.text,
		label: list === null || hidden ? null : labelOf(story, context, list, child(part.xml, pPr, 'w:rPr'), block),
		format: resolved.format,
		why: resolved.why,
		runs: draft.runs,
		markFormat: mark.format,
		spans: draft.spans,
		style: context.style?.name ?? '',
		section: story.section,
		cell: place.cell,
		headerFooter: story.headerFooter,
		fields: plain ? NONE : draft.fields,
		breaks: plain ? NONE : draft.breaks,
		source: rangeOf(part, element),
		objects: plain ? NONE : draft.objects,
	};
	if (draft.drawings.length > 0) result.drawings = draft.drawings;
	if (draft.notes.length > 0) result.notes = draft.notes;
	if (story.note !== null) result.note = story.note;
	if (twin !== undefined) result.twin = rangeOf(part, twin);
	reading.paragraphs.push(result);
	closeUp(story, container, { block, resolved, list: list?.list.id ?? null, section: story.section });
	if (plain) reading.spent = draft;
	else for (const box of draft.boxes) walkBox(story, box);
}

/** Lists of paragraphs that have nothing but text. */
const NONE: readonly never[] = [];

/** Effective paragraph format; paragraphs that depend on the same things share one value. */
function resolvedParagraph(story: Story, use: ParagraphUse, advance: number): ResolvedParagraph {
	const { reading, section } = story;
	const grid = reading.sections[section]?.grid ?? NO_GRID;
	const automatic = automaticSpacing(reading.htmlSpacing);
	for (let at = 0; at < use.formats.length; at++) {
		const known = use.formats[at];
		if (known?.advance !== advance || known.automatic !== automatic) continue;
		const { type, linePitch, charSpace } = known.grid;
		if (type === grid.type && linePitch === grid.linePitch && charSpace === grid.charSpace) return known.resolved;
	}
	const layers = paragraphLayers(reading, use.context, use.properties, use.list);
	const resolved = resolveParagraph(layers, { advance, grid, automatic });
	if (use.formats.length < MOST_MEASURES) use.formats.push({ advance, grid, automatic, resolved });
	return resolved;
}

const NO_GRID: DocGrid = { type: 'none', linePitch: 0, charSpace: 0 };

/**
 * Spaces that close up: w:contextualSpacing (17.3.1.9) between neighbours of one style, on the side of the one that asks
 * for it; automatic spacing between items of one list, at the edges of cells and text boxes and at the start of a
 * section, as margins in HTML do.
 */
function closeUp(story: Story, container: Container, current: Neighbour): void {
	const { paragraphs, htmlSpacing } = story.reading;
	const before = container.previous;
	const first = container.empty;
	container.previous = current;
	container.empty = false;
	const { contextual, automatic } = current.resolved;
	const sectionStarts =
		story.main && !container.edged && (first || (before !== null && before.section !== current.section));
	if (htmlSpacing && automatic.before && (sectionStarts || (container.edged && first))) {
		setSpace(paragraphs, current.block, 'before');
	}
	if (before === null) return;
	const sameStyle = paragraphs[before.block]?.style === paragraphs[current.block]?.style;
	const sameList = htmlSpacing && before.list !== null && before.list === current.list;
	if ((contextual && sameStyle) || (automatic.before && sameList)) setSpace(paragraphs, current.block, 'before');
	if ((before.resolved.contextual && sameStyle) || (before.resolved.automatic.after && sameList)) {
		setSpace(paragraphs, before.block, 'after');
	}
}

function setSpace(paragraphs: Paragraph[], block: number, side: 'before' | 'after'): void {
	const paragraph = paragraphs[block];
	if (paragraph === undefined || paragraph.format[side] === 0) return;
	paragraphs[block] = { ...paragraph, format: { ...paragraph.format, [side]: 0 } };
}

/**
 * What character units are measured with: the paragraph's first visible text, else its mark. The twips that Word caches
 * beside the units show that scale counts, and letter spacing twice, a full-width character being two half-width ones.
 */
function advanceOf(draft: Draft, mark: RunFormat): number {
	const { size, scale, letterSpacing } = firstVisible(draft) ?? mark;
	return (size * scale) / 100 + letterSpacing / 10;
}

/** Format of the first text that can be seen. */
function firstVisible({ text, runs }: Draft): RunFormat | undefined {
	for (let at = 0; at < runs.length; at++) {
		const run = runs[at];
		if (run !== undefined && !run.format.hidden && isVisible(text, run.start, run.end)) return run.format;
	}
	return undefined;
}

/** Whether [start, end) holds anything but white space; most text answers with its first character. */
function isVisible(text: string, start: number, end: number): boolean {
	const unit = text.charCodeAt(start);
	return (unit > 0x3000 && unit < 0xfeff) || text.slice(start, end).trim() !== '';
}

function labelOf(story: Story, context: StyleContext, place: ListPlace, markRPr: number, block: number): Label | null {
	const { reading, part, counters } = story;
	const level = place.list.levels[place.level];
	if (level === undefined) return null;
	if (level.picture) {
		reading.notices.unchecked('picture-bullet', '图片项目符号未检查', 'picture bullets were not checked', block);
	}
	const counted = counters.next(place.list, place.level);
	if (counted.unknownFormat !== null) {
		reading.notices.unchecked(
			'number-format',
			`不认识的编号格式“${counted.unknownFormat.slice(0, 40)}”，按阿拉伯数字显示`,
			`unknown number format "${counted.unknownFormat.slice(0, 40)}", shown as decimal`,
			block,
			counted.unknownFormat,
		);
	}
	// The number takes the mark's format with the level's on top; the level never reaches the text (17.9.24).
	const own: Layer<RunProperties> = { origin: 'numbering', values: level.run, from: null };
	const key = `number ${place.list.id} ${place.level} ${sliceOf(part.xml, markRPr)}`;
	let resolved = context.runs.get(key);
	if (resolved === undefined) {
		resolved = resolveRun([own, ...runLayers(reading, context, part, markRPr)], reading.fonts);
		context.runs.set(key, resolved);
	}
	const { text, bullet, value } = counted;
	return {
		text,
		level: place.level,
		list: place.list.id,
		bullet,
		value,
		suffix: level.suffix,
		format: resolved.format,
	};
}

function walkBox(story: Story, box: PendingBox): void {
	const where: Where = story.where === 'body' ? 'textbox' : story.where;
	const inner: Story = {
		...story,
		where,
		counters: story.where === 'body' ? story.reading.boxCounters : story.counters,
		fields: fieldStack(),
		twins: pairParagraphs(story.part, box),
		main: false,
	};
	walkStory(inner, box.element);
}
