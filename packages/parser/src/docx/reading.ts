import type { HeaderFooterPlace, NoteKey, Paragraph, Section, Table, Where } from '@bianxu/model';
import { child } from '@bianxu/opc';
import { type Layer, mergeLayer } from './cascade.ts';
import type { Draft } from './draft.ts';
import type { FieldStack } from './fields.ts';
import type { ListCounters } from './list-counters.ts';
import type { Notices } from './notices.ts';
import type { List } from './numbering.ts';
import {
	type ParagraphProperties,
	type ParagraphPropertyElement,
	readParagraphProperties,
} from './paragraph-properties.ts';
import { type FontSettings, hasDisputedToggle, type ResolvedRun, resolveRun } from './run-format.ts';
import { readRunProperties, type RunProperties, type RunPropertyElement } from './run-properties.ts';
import { type ScannedPart, sliceOf } from './scanned-part.ts';
import type { SectionNotes } from './settings.ts';
import type { MeasuredParagraph, SharedFormats } from './shared-formats.ts';
import type { Style, StyleSheet } from './styles.ts';

/** What all parts of one document share while it is read, and what is collected from them. */
export interface Reading {
	readonly styles: StyleSheet;
	readonly lists: ReadonlyMap<string, List>;
	readonly fonts: FontSettings;
	readonly sections: readonly Section[];
	/** Section index by w:sectPr element of the main part. */
	readonly sectionOf: ReadonlyMap<number, number>;
	readonly notices: Notices;
	/** Automatic spacing is that of HTML, which closes up at edges. */
	readonly htmlSpacing: boolean;
	readonly contexts: Map<string, StyleContext>;
	/** Formats that papers read before had in common with this one. */
	readonly formats: SharedFormats;
	/** By source text of w:pPr, outside tables: real documents repeat a few. */
	readonly paragraphUses: Map<string, ParagraphUse>;
	readonly tableUses: Map<TableContext, Map<string, ParagraphUse>>;
	readonly tableContexts: Map<string, TableContext>;
	/** Text boxes count their lists apart from the story they are anchored in. */
	readonly boxCounters: ListCounters;
	/** Section in which a note is referred to, by `footnote 3`. */
	readonly noteSections: Map<string, number>;
	/** Notes met so far, and the section of the last, by kind. */
	readonly noteCounts: { readonly footnote: NoteCount; readonly endnote: NoteCount };
	/** Numbering of notes by section. */
	readonly notes: readonly SectionNotes[];
	/** Part that a relationship of a part leads to; null when it lies outside the file or is not there. */
	readonly targetOf: (part: string, id: string) => string | null;
	readonly paragraphs: Paragraph[];
	/** Draft of a paragraph that was made, for the next to take over. */
	spent: Draft | null;
	readonly tables: Table[];
	images: number;
}

/** State of a numbering of notes. */
export interface NoteCount {
	value: number;
	section: number;
	/** Marks of the notes of a page, by number format and start, made once. */
	readonly byPage: Map<string, readonly string[]>;
}

/** One stream of text with its own fields: main text, a text box, a header, a footer, a note. */
export interface Story {
	readonly reading: Reading;
	readonly part: ScannedPart;
	readonly brokenFields: ReadonlySet<number>;
	/** Where its paragraphs stand when they are in no table. */
	readonly where: Where;
	readonly headerFooter: HeaderFooterPlace | null;
	readonly counters: ListCounters;
	readonly fields: FieldStack;
	/** Copy of a paragraph in mc:Fallback, by w:p element. */
	readonly twins: ReadonlyMap<number, number> | null;
	/** The note that is being read. */
	readonly note: NoteKey | null;
	/** xml:space="preserve" on the root. */
	readonly preserveSpace: boolean;
	/** Only the main text ends sections. */
	readonly main: boolean;
	section: number;
}

/** What a table style contributes to one cell. */
export interface TableContext {
	readonly key: string;
	readonly run: Layer<RunProperties>;
	readonly paragraph: Layer<ParagraphProperties>;
}

/** Paragraph style and table cell that runs stand in; runs with equal w:rPr share one resolved format. */
export interface StyleContext {
	readonly style: Style | undefined;
	readonly table: TableContext | null;
	/** Below direct and character style, nearest first. */
	readonly runLayers: readonly Layer<RunProperties>[];
	readonly runs: Map<string, ResolvedRun>;
	/** Steps of paragraphs below direct ones, by list place. */
	readonly paragraphs: Map<string, readonly Layer<ParagraphProperties>[]>;
}

/** The context of a paragraph with this w:pStyle (a missing or foreign one is the default style). */
function styleContext(reading: Reading, styleId: string | undefined, table: TableContext | null): StyleContext {
	const { styles } = reading;
	const named = styleId === undefined ? undefined : styles.byId.get(styleId);
	const style = named?.type === 'paragraph' ? named : styles.defaults.paragraph;
	const key = `${style?.id ?? ''} ${table?.key ?? ''}`;
	let context = reading.contexts.get(key);
	if (context === undefined) {
		const runLayers: Layer<RunProperties>[] = [];
		if (style !== undefined) runLayers.push(styles.runLayer(style));
		if (table !== null) runLayers.push(table.run);
		runLayers.push(styles.documentRun);
		context = { style, table, runLayers, runs: new Map(), paragraphs: new Map() };
		reading.contexts.set(key, context);
	}
	return context;
}

/** What paragraphs with the same w:pPr in the same table cell style have in common. */
export interface ParagraphUse {
	readonly properties: ParagraphPropertyElement;
	readonly context: StyleContext;
	readonly list: ListPlace | null;
	/** Effective format of the paragraph mark. */
	readonly mark: ResolvedRun;
	/** The mark itself is taken away by a tracked deletion or move. */
	readonly markDeleted: boolean;
	/** Effective formats so far. */
	readonly formats: MeasuredParagraph[];
}

/** The reading of a paragraph's w:pPr (-1: none) where it stands. */
export function paragraphUse(
	reading: Reading,
	part: ScannedPart,
	pPr: number,
	table: TableContext | null,
): ParagraphUse {
	const uses = table === null ? reading.paragraphUses : usesIn(reading, table);
	const key = sliceOf(part.xml, pPr);
	let use = uses.get(key);
	if (use === undefined) {
		const properties = readParagraphProperties(part.xml, pPr);
		const context = styleContext(reading, properties.style, table);
		const rPr = child(part.xml, pPr, 'w:rPr');
		const list = listPlaceOf(reading, properties, context.style);
		use = {
			properties,
			context,
			list,
			mark: resolvedRun(reading, context, part, rPr),
			markDeleted: child(part.xml, rPr, 'w:del') >= 0 || child(part.xml, rPr, 'w:moveFrom') >= 0,
			formats: table === null && list === null ? reading.formats.paragraphs(context.style, key) : [],
		};
		uses.set(key, use);
	}
	return use;
}

function usesIn(reading: Reading, table: TableContext): Map<string, ParagraphUse> {
	let uses = reading.tableUses.get(table);
	if (uses === undefined) {
		uses = new Map();
		reading.tableUses.set(table, uses);
	}
	return uses;
}

/** Effective format of a run or paragraph mark with this w:rPr (-1: none). */
export function resolvedRun(reading: Reading, context: StyleContext, part: ScannedPart, rPr: number): ResolvedRun {
	const key = sliceOf(part.xml, rPr);
	let resolved = context.runs.get(key);
	if (resolved === undefined) {
		const shared = context.table === null ? reading.formats.find(context.style, key) : undefined;
		if (shared !== undefined) {
			// A style sheet is asked what was used of it.
			if (shared.character !== undefined) reading.styles.runLayer(shared.character);
			context.runs.set(key, shared.resolved);
			return shared.resolved;
		}
		const direct = readRunProperties(part.xml, rPr);
		const character = characterStyle(reading, direct.style);
		const layers = layersOf(reading, context, direct, character);
		resolved = resolveRun(layers, reading.fonts);
		context.runs.set(key, resolved);
		const disputed = hasDisputedToggle(layers);
		if (context.table === null && !disputed) reading.formats.keep(context.style, key, { resolved, character });
		if (disputed) {
			reading.notices.unchecked(
				'toggle-disputed',
				'加粗（或倾斜等）在两层样式里互相抵触：字符样式写明取消，或表格样式与段落样式都加粗；各软件显示不一，按标准条文读取，请看实际效果',
				'bold (or the like) is stated on two levels of styles that contradict each other: programs differ; read by the letter of the standard, please look at the result',
				reading.paragraphs.length,
			);
		}
	}
	return resolved;
}

/** The steps of a run, nearest first. */
export function runLayers(
	reading: Reading,
	context: StyleContext,
	part: ScannedPart,
	rPr: number,
): readonly Layer<RunProperties>[] {
	const direct = readRunProperties(part.xml, rPr);
	return layersOf(reading, context, direct, characterStyle(reading, direct.style));
}

function layersOf(
	reading: Reading,
	context: StyleContext,
	direct: RunPropertyElement,
	character: Style | undefined,
): readonly Layer<RunProperties>[] {
	const layers: Layer<RunProperties>[] = [{ origin: 'direct', values: direct.values, from: null }];
	if (character !== undefined) layers.push(reading.styles.runLayer(character));
	layers.push(...context.runLayers);
	return layers;
}

/** The character style of a run; a missing or foreign one is the default style. */
function characterStyle({ styles }: Reading, id: string | undefined): Style | undefined {
	const named = id === undefined ? undefined : styles.byId.get(id);
	return named?.type === 'character' ? named : styles.defaults.character;
}

/** The list level that a paragraph belongs to, and how far down the style chain the reference stands (-1: direct). */
export interface ListPlace {
	readonly list: List;
	readonly level: number;
	readonly carrier: number;
}

/**
 * Numbering of a paragraph: its own w:numPr, else that of its style chain. numId 0 removes. A style that states only the
 * list takes the level whose w:pStyle names it (17.9.23).
 */
function listPlaceOf(reading: Reading, element: ParagraphPropertyElement, style: Style | undefined): ListPlace | null {
	const chain = style === undefined ? [] : reading.styles.chain(style);
	const carrier =
		element.numbering?.numId === undefined ? chain.findIndex((each) => each.numbering?.numId !== undefined) : -1;
	const numId = element.numbering?.numId ?? chain[carrier]?.numbering?.numId;
	if (numId === undefined || numId === '0') return null;
	const list = reading.lists.get(numId);
	if (list === undefined) return null;
	if (carrier < 0) return { list, level: element.numbering?.level ?? 0, carrier };
	const stated = chain.slice(0, carrier + 1).find((each) => each.numbering?.level !== undefined)?.numbering?.level;
	const bound = list.levels.findIndex((level) => level?.style !== undefined && level.style === style?.id);
	const carried = list.levels.findIndex((level) => level?.style !== undefined && level.style === chain[carrier]?.id);
	const level = element.numbering?.level ?? stated ?? (bound >= 0 ? bound : Math.max(0, carried));
	return { list, level, carrier };
}

/**
 * The steps of a paragraph, nearest first. A level's indents stand above the style when the paragraph itself names the
 * list, and just below the style that names it otherwise (ooxml.md 1.1).
 */
export function paragraphLayers(
	reading: Reading,
	context: StyleContext,
	element: ParagraphPropertyElement,
	place: ListPlace | null,
): readonly Layer<ParagraphProperties>[] {
	const key = place === null ? '' : `${place.list.id} ${place.level} ${place.carrier}`;
	let below = context.paragraphs.get(key);
	if (below === undefined) {
		below = layersBelow(reading, context, place);
		context.paragraphs.set(key, below);
	}
	return [{ origin: 'direct', values: element.values, from: null }, ...below];
}

function layersBelow(
	reading: Reading,
	context: StyleContext,
	place: ListPlace | null,
): readonly Layer<ParagraphProperties>[] {
	const layers: Layer<ParagraphProperties>[] = [];
	const chain = context.style === undefined ? [] : reading.styles.chain(context.style);
	const level = place?.list.levels[place.level]?.paragraph;
	const numbering: Layer<ParagraphProperties> | null =
		level === undefined ? null : { origin: 'numbering', values: level, from: null };
	const carrier = place?.carrier ?? -1;
	const styleLayer = (styles: readonly Style[]): Layer<ParagraphProperties> =>
		mergeLayer('paragraph-style', styles.map((style) => ({ name: style.name, values: style.paragraph })).reverse());
	if (numbering === null) layers.push(styleLayer(chain));
	else if (carrier < 0) layers.push(numbering, styleLayer(chain));
	else layers.push(styleLayer(chain.slice(0, carrier + 1)), numbering, styleLayer(chain.slice(carrier + 1)));
	if (context.table !== null) layers.push(context.table.paragraph);
	layers.push(reading.styles.documentParagraph);
	return layers;
}
