import type { Paragraph, Range, RunFormat, SourceSpan } from '@bianxu/model';
import { attr, child, elementName, firstChild, nextSibling, parentOf, textPieces, type XmlDocument } from '@bianxu/opc';
import type { DocxPart, DocxSource } from '../source.ts';
import { elementAt, elementAround, type WordNames, wordNames } from './word-names.ts';

/** A w:r and the stretch of the paragraph's text that it holds. */
export interface MappedRun {
	readonly element: number;
	readonly start: number;
	readonly end: number;
	/** Effective format of its first text; null in a copy, which has none of its own in the Doc. */
	readonly format: RunFormat | null;
	/** True when the run's format may change: not inside somebody's revision or a locked control. */
	readonly free: boolean;
}

/** A stretch of text, the run it stands in and the element that holds it (w:t, w:tab, w:br …). */
export interface MappedSpan {
	readonly span: SourceSpan;
	readonly run: number;
	readonly holder: number;
}

/** One copy of a paragraph in a part, ready for splicing. */
export interface ParagraphMap {
	readonly part: DocxPart;
	readonly names: WordNames;
	/** The w:p element. */
	readonly element: number;
	readonly text: string;
	readonly spans: readonly MappedSpan[];
	readonly runs: readonly MappedRun[];
}

/** Maps of a paragraph and of its copy in mc:Fallback; a string names the reason why there is none. */
export function paragraphMaps(
	source: DocxSource,
	paragraph: Paragraph,
): readonly ParagraphMap[] | 'place' | 'names' | 'twin' {
	const part = source.parts.get(paragraph.source.part);
	if (part === undefined) return 'place';
	const names = wordNames(part.xml);
	if (names === null) return 'names';
	const element = elementAt(part.xml, paragraph.source.start);
	if (element < 0) return 'place';
	const mapped = mapSpans(part.xml, paragraph.spans, paragraph);
	if (mapped === null) return 'place';
	const main: ParagraphMap = { part, names, element, text: paragraph.text, ...mapped };
	if (paragraph.twin === undefined) return [main];
	const twin = twinMap(part, names, paragraph.twin, paragraph.text);
	return twin === null ? 'twin' : [main, twin];
}

function mapSpans(
	xml: XmlDocument,
	spans: readonly SourceSpan[],
	paragraph: Paragraph | null,
): Pick<ParagraphMap, 'spans' | 'runs'> | null {
	const runs: { element: number; start: number; end: number; format: RunFormat | null; free: boolean }[] = [];
	const mapped: MappedSpan[] = [];
	for (const span of spans) {
		const holder = elementAround(xml, span.source.start);
		let element = holder;
		while (element >= 0 && elementName(xml, element) !== 'w:r') element = parentOf(xml, element);
		if (holder < 0) return null;
		const last = runs.at(-1);
		if (last !== undefined && last.element === element) last.end = span.end;
		else {
			const format = paragraph?.runs.find((run) => run.start <= span.start && span.start < run.end)?.format ?? null;
			runs.push({ element, start: span.start, end: span.end, format, free: element >= 0 && isFree(xml, element) });
		}
		mapped.push({ span, run: runs.length - 1, holder });
	}
	return { spans: mapped, runs };
}

/** Wrappers in which a run's format is somebody else's business. */
function isFree(xml: XmlDocument, run: number): boolean {
	for (let e = parentOf(xml, run); e >= 0; e = parentOf(xml, e)) {
		const name = elementName(xml, e);
		if (name === 'w:ins' || name === 'w:moveTo' || name === 'w:del' || name === 'w:moveFrom') return false;
		if (name === 'w:p') break;
	}
	return !insideLocked(xml, run);
}

/** True inside a content control whose content is locked or bound to data (17.5.2.23, 17.5.2.6). */
export function insideLocked(xml: XmlDocument, element: number): boolean {
	for (let e = parentOf(xml, element); e >= 0; e = parentOf(xml, e)) {
		if (elementName(xml, e) !== 'w:sdt') continue;
		const properties = child(xml, e, 'w:sdtPr');
		const lock = properties < 0 ? undefined : attr(xml, child(xml, properties, 'w:lock'), 'w:val');
		if (lock === 'contentLocked' || lock === 'sdtContentLocked') return true;
		if (properties >= 0 && child(xml, properties, 'w:dataBinding') >= 0) return true;
	}
	return false;
}

/** The copy of a paragraph, read simply; null when it does not say the same text. */
function twinMap(part: DocxPart, names: WordNames, range: Range, text: string): ParagraphMap | null {
	const { xml } = part;
	const element = elementAt(xml, range.start);
	if (element < 0) return null;
	const reading: TwinReading = { xml, part: part.name, text: '', spans: [], field: 0 };
	readCopy(reading, element);
	if (reading.text !== text) return null;
	const mapped = mapSpans(xml, reading.spans, null);
	return mapped === null ? null : { part, names, element, text, ...mapped };
}

interface TwinReading {
	readonly xml: XmlDocument;
	readonly part: string;
	text: string;
	readonly spans: SourceSpan[];
	field: number;
}

const MARKS: Readonly<Record<string, string>> = {
	'w:tab': '\t',
	'w:ptab': '\t',
	'w:cr': '\n',
	'w:noBreakHyphen': '\u2011',
	'w:softHyphen': '\u00ad',
};

/** Visible text of a copy. Fields count as untouchable as a whole; depth is bounded by the scanner. */
function readCopy(reading: TwinReading, parent: number): void {
	const { xml } = reading;
	for (let e = firstChild(xml, parent); e >= 0; e = nextSibling(xml, e)) {
		const name = elementName(xml, e);
		const mark = Object.hasOwn(MARKS, name) ? MARKS[name] : undefined;
		if (name === 'w:t') readCopyText(reading, e);
		else if (name === 'w:br')
			addCopy(reading, isLineBreak(xml, e) ? '\n' : '\f', xml.start[e] ?? 0, xml.end[e] ?? 0, false);
		else if (mark !== undefined) addCopy(reading, mark, xml.start[e] ?? 0, xml.end[e] ?? 0, false);
		else if (name === 'w:fldChar')
			reading.field += attr(xml, e, 'w:fldCharType') === 'begin' ? 1 : attr(xml, e, 'w:fldCharType') === 'end' ? -1 : 0;
		else if (['w:r', 'w:hyperlink', 'w:smartTag', 'w:sdt', 'w:sdtContent', 'w:ins', 'w:moveTo'].includes(name))
			readCopy(reading, e);
	}
}

function isLineBreak(xml: XmlDocument, e: number): boolean {
	const type = attr(xml, e, 'w:type');
	return type !== 'page' && type !== 'column';
}

function readCopyText(reading: TwinReading, e: number): void {
	const pieces = textPieces(reading.xml, e);
	const whole = pieces.map((piece) => piece.text).join('');
	const preserve = attr(reading.xml, e, 'xml:space') === 'preserve';
	const from = preserve ? 0 : whole.length - whole.trimStart().length;
	const to = preserve ? whole.length : whole.trimEnd().length;
	let at = 0;
	for (const piece of pieces) {
		const low = Math.max(from, at) - at;
		const high = Math.min(to, at + piece.text.length) - at;
		at += piece.text.length;
		if (low >= high) continue;
		if (piece.verbatim) addCopy(reading, piece.text.slice(low, high), piece.start + low, piece.start + high, true);
		else addCopy(reading, piece.text, piece.start, piece.end, false);
	}
}

function addCopy(reading: TwinReading, text: string, start: number, end: number, verbatim: boolean): void {
	const from = reading.text.length;
	reading.text += text;
	reading.spans.push({
		start: from,
		end: reading.text.length,
		source: { part: reading.part, start, end },
		verbatim,
		editable: reading.field <= 0,
	});
}
