import { type Doc, isHan, type Paragraph, type Run, type RunFormat } from '@bianxu/model';
import { isShown } from './typed-blanks.ts';
import { paperMemory } from './paper-memory.ts';

const formats = paperMemory<Doc, readonly RunFormat[]>();

/** The different formats of a document's runs: few, because a reader gives equal runs one format. For a first look. */
export function formatsOf(doc: Doc): readonly RunFormat[] {
	const known = formats.get(doc);
	if (known !== undefined) return known;
	const found: RunFormat[] = [];
	const { paragraphs } = doc;
	for (let at = 0; at < paragraphs.length; at++) addFormats(found, paragraphs[at]?.runs ?? []);
	formats.set(doc, found);
	return found;
}

/** Adds the formats of the runs that a list of different formats does not have yet. */
export function addFormats(found: RunFormat[], runs: readonly Run[]): void {
	for (let at = 0; at < runs.length; at++) {
		const format = runs[at]?.format;
		if (format !== undefined && !found.includes(format)) found.push(format);
	}
}

/** True when a run that reaches into the stretch has a format of which `suspect` holds. */
export function hasRun(
	{ runs }: Paragraph,
	start: number,
	end: number,
	suspect: (format: RunFormat) => boolean,
): boolean {
	for (let at = 0; at < runs.length; at++) {
		const run = runs[at];
		if (run !== undefined && run.start < end && run.end > start && suspect(run.format)) return true;
	}
	return false;
}

/** A stretch of a paragraph's text in which one judged value is the same. */
export interface Stretch<T> {
	readonly start: number;
	readonly end: number;
	readonly value: T;
	/** Number of characters that were judged in it. */
	readonly count: number;
}

/** True for what is printed: hidden text and field codes' own formatting are other rules' matter. */
function printed(run: Run): boolean {
	return !run.format.hidden;
}

/**
 * Stretches of equal value over the characters of `start`–`end` that `judged` picks; other characters belong to the
 * stretch before them (at the beginning: to the first), so that the stretches of a paragraph leave no gap to fix. A
 * value of null says that the run is not judged. The value is taken once a run, because a run has one format.
 */
export function stretchesOf<T>(
	paragraph: Paragraph,
	start: number,
	end: number,
	judged: (codePoint: number) => boolean,
	valueOf: (format: RunFormat) => T | null,
): readonly Stretch<T>[] {
	const found: { start: number; end: number; value: T; count: number }[] = [];
	const { text } = paragraph;
	for (const run of paragraph.runs) {
		const from = Math.max(run.start, start);
		const to = Math.min(run.end, end);
		if (from >= to || !printed(run)) continue;
		const value = valueOf(run.format);
		if (value === null) {
			const before = found.at(-1);
			if (before !== undefined) before.end = to;
			continue;
		}
		for (let at = from; at < to; ) {
			const codePoint = text.codePointAt(at) ?? 0;
			const next = at + (codePoint > 0xffff ? 2 : 1);
			const last = found.at(-1);
			if (!judged(codePoint)) {
				if (last !== undefined) last.end = next;
			} else if (last !== undefined && last.value === value) {
				last.end = next;
				last.count += 1;
			} else {
				found.push({ start: last === undefined ? start : at, end: next, value, count: 1 });
			}
			at = next;
		}
	}
	return found;
}

/** East Asian families over the Han characters of a stretch of text. */
export function familyStretches(paragraph: Paragraph, start: number, end: number): readonly Stretch<string>[] {
	return stretchesOf(paragraph, start, end, isHan, (format) => format.eastAsia);
}

/** Sizes in points over the visible characters of a stretch of text; superscripts are not judged. */
export function sizeStretches(paragraph: Paragraph, start: number, end: number): readonly Stretch<number>[] {
	return stretchesOf(paragraph, start, end, isVisible, (format) =>
		format.vertical === 'baseline' ? format.size : null,
	);
}

/** Families of digits and Latin letters (the ascii slot), with the East Asian family of the same run. */
export function latinStretches(paragraph: Paragraph): readonly Stretch<string>[] {
	return stretchesOf(
		paragraph,
		0,
		paragraph.text.length,
		isDigitOrLetter,
		(format) => `${format.ascii}\u0000${format.eastAsia}`,
	);
}

/** True for everything but blanks. */
export function isVisible(codePoint: number): boolean {
	return !isBlank(codePoint);
}

/** True for ASCII digits and letters. */
export function isDigitOrLetter(codePoint: number): boolean {
	return (
		(codePoint >= 0x30 && codePoint <= 0x39) ||
		(codePoint >= 0x41 && codePoint <= 0x5a) ||
		(codePoint >= 0x61 && codePoint <= 0x7a)
	);
}

/** True for blanks, tabs and breaks, half and full width. */
export function isBlank(codePoint: number): boolean {
	return (
		codePoint <= 0x20 || codePoint === 0xa0 || codePoint === 0x3000 || (codePoint >= 0x2000 && codePoint <= 0x200b)
	);
}

/** True when the paragraph shows nothing: no text but blanks, no number, no object. */
export function isBlankParagraph(paragraph: Paragraph): boolean {
	const { label, objects, text } = paragraph;
	return !isShown(text) && label === null && objects.length === 0 && text.trim() === '';
}
