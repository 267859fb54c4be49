import { CharacterClass, isHalvable } from './character-class.ts';
import { LATIN_GAP, type Shaped } from './shape.ts';

/** One line: characters [start, end) of the paragraph, white space at its end left out. */
export interface Line {
	readonly start: number;
	readonly end: number;
	/** True for the last line of the paragraph and before a forced break: not stretched. */
	readonly last: boolean;
	/** Natural width of the characters, the mark at the end halved. */
	readonly width: number;
}

/** Widths in points; a line is full at `measure`. */
export interface Measure {
	readonly first: number;
	readonly rest: number;
}

/** Rounding must not push a character down. */
const EPSILON = 0.01;

/**
 * Breaks a paragraph by 「先挤进，后推出」 (GB/T 15834 5.1.11, CLREQ): a line takes what fits; when it may not end there,
 * punctuation is compressed to pull the next break in; failing that, characters go down to the next line. A word longer
 * than a line is broken where it must. The last line is not left with one character when it can be helped.
 */
export function breakLines(shaped: Shaped, measure: Measure): readonly Line[] {
	const lines: Line[] = [];
	let start = 0;
	while (start < shaped.count) {
		const limit = lines.length === 0 ? measure.first : measure.rest;
		const end = findEnd(shaped, start, limit);
		lines.push(lineOf(shaped, start, end));
		start = end;
		while (start < shaped.count && isBlank(shaped.classes[start] ?? 0)) start++;
	}
	return mendLast(shaped, lines, measure);
}

function isBlank(value: number): boolean {
	return value === CharacterClass.space || value === CharacterClass.newline;
}

function lineOf(shaped: Shaped, start: number, end: number): Line {
	let stop = end;
	while (stop > start && isBlank(shaped.classes[stop - 1] ?? 0)) stop--;
	const forced = end > start && shaped.classes[end - 1] === CharacterClass.newline;
	return { start, end: stop, last: forced || end >= shaped.count, width: widthBetween(shaped, start, stop) };
}

/** Natural width of [start, end) as a line of its own. */
export function widthBetween(shaped: Shaped, start: number, end: number): number {
	let width = 0;
	for (let i = start; i < end; i++) width += (shaped.widths[i] ?? 0) + (i + 1 < end ? (shaped.gaps[i] ?? 0) : 0);
	return width - endHalf(shaped, end - 1);
}

/** What a full-width mark gives up at a line end (GB/T 15834 5.1.10). */
export function endHalf(shaped: Shaped, index: number): number {
	return index >= 0 && isHalvable(shaped.classes[index] ?? 0) ? (shaped.widths[index] ?? 0) / 2 : 0;
}

/** How far [start, end) can be compressed: the empty halves of inner marks, both sides of dots, Han–Latin gaps. */
function shrinkBetween(shaped: Shaped, start: number, end: number): number {
	let shrink = 0;
	for (let i = start; i < end - 1; i++) shrink += shrinkAt(shaped, i);
	return shrink;
}

/** Compression available between characters i and i + 1. */
export function shrinkAt(shaped: Shaped, i: number): number {
	const c = CharacterClass;
	const gap = shaped.gaps[i] ?? 0;
	if (gap < 0) return 0;
	if (gap > 0) return gap / 4;
	const here = shaped.classes[i] ?? 0;
	const next = shaped.classes[i + 1] ?? 0;
	let shrink = isHalvable(here) ? (shaped.widths[i] ?? 0) / 2 : 0;
	if (next === c.open) shrink += (shaped.widths[i + 1] ?? 0) / 2;
	if (here === c.space) shrink += (shaped.widths[i] ?? 0) / 2;
	return shrink;
}

/** Index after the last character of the line that begins at `start`. */
function findEnd(shaped: Shaped, start: number, limit: number): number {
	const { count, classes, widths, gaps, breaks } = shaped;
	let width = 0;
	let fit = start;
	let i = start;
	for (; i < count; i++) {
		const value = classes[i] ?? 0;
		if (value === CharacterClass.newline) return i + 1;
		const own = widths[i] ?? 0;
		// Blanks at a line end take no room.
		if (value !== CharacterClass.space && width + own - endHalf(shaped, i) > limit + EPSILON) break;
		fit = i + 1;
		width += own + (gaps[i] ?? 0);
	}
	if (fit >= count) return count;
	if (breaks[fit - 1] === 1) return fit;
	const pulled = pullIn(shaped, start, fit, limit);
	if (pulled > 0) return pulled;
	let back = fit - 1;
	while (back > start && breaks[back - 1] !== 1) back--;
	if (back > start) return addressBreak(shaped, back, fit, limit - widthBetween(shaped, start, back)) ?? back;
	// One unbreakable word fills the line: it is cut, as GB/T 15835 leaves no other place.
	return Math.max(fit, start + 1);
}

/** A line that would be shorter than this many em for a long address takes part of the address. */
const HOLE = 4;
/** Parts of an address that a line end leaves at least. */
const PART = 6;

/**
 * Place where an address of the network that does not fit in a line is parted: after a / ? & = or _ of it, when the line
 * would otherwise end with a hole of several cells. An address is no word: nothing of it is hyphenated. null where there
 * is none: [from, fit) is what would fit of the unbreakable stretch.
 */
function addressBreak(shaped: Shaped, from: number, fit: number, hole: number): number | null {
	if (hole < HOLE * (shaped.styles[from]?.size ?? 0)) return null;
	const { count, breaks, codePoints } = shaped;
	let to = fit;
	while (to < count && breaks[to - 1] !== 1) to++;
	let text = '';
	for (let i = from; i < to; i++) text += String.fromCodePoint(codePoints[i] ?? 0);
	if (to - from < 2 * PART || !/:\/\/|www\.|[a-z\d]\/[a-z\d]/i.test(text)) return null;
	for (let end = fit; end >= from + PART; end--) {
		const separator = isSeparator(codePoints[end - 1] ?? 0) && !isSeparator(codePoints[end] ?? 0);
		if (separator && to - end >= PART) return end;
	}
	return null;
}

function isSeparator(codePoint: number): boolean {
	return codePoint === 0x2f || codePoint === 0x3f || codePoint === 0x26 || codePoint === 0x3d || codePoint === 0x5f;
}

/** The next break after `fit` when compression makes room for it, else 0. */
function pullIn(shaped: Shaped, start: number, fit: number, limit: number): number {
	const { count, breaks, classes } = shaped;
	let end = fit + 1;
	while (end < count && breaks[end - 1] !== 1 && end - fit < 4) end++;
	if (end < count && breaks[end - 1] !== 1) return 0;
	if (end < count && classes[end] === CharacterClass.newline) return 0;
	const excess = widthBetween(shaped, start, end) - limit;
	return excess <= shrinkBetween(shaped, start, end) + EPSILON ? end : 0;
}

/** Avoids a last line of one character, with or without its mark: pulls it in, or takes company down. */
function mendLast(shaped: Shaped, lines: Line[], measure: Measure): readonly Line[] {
	const last = lines.at(-1);
	const before = lines.at(-2);
	if (last === undefined || before === undefined || before.last || letters(shaped, last) > 1) return lines;
	const limit = lines.length === 2 ? measure.first : measure.rest;
	const excess = widthBetween(shaped, before.start, last.end) - limit;
	if (excess <= shrinkBetween(shaped, before.start, last.end) + EPSILON) {
		return [...lines.slice(0, -2), lineOf(shaped, before.start, shaped.count)];
	}
	for (let cut = before.end - 1; cut > before.start + 1 && before.end - cut <= 3; cut--) {
		if (shaped.breaks[cut - 1] !== 1) continue;
		return [
			...lines.slice(0, -2),
			{ ...lineOf(shaped, before.start, cut), last: false },
			lineOf(shaped, cut, shaped.count),
		];
	}
	return lines;
}

function letters(shaped: Shaped, line: Line): number {
	let found = 0;
	for (let i = line.start; i < line.end; i++) {
		const value = shaped.classes[i] ?? 0;
		if (value === CharacterClass.han || value === CharacterClass.digit || value === CharacterClass.latin) found++;
	}
	return found;
}

/**
 * Advances of the characters of a line so that it is exactly `target` wide (unless it is a last line that fits): marks
 * and gaps shrink in CLREQ's order, or Han–Latin gaps and then all gaps stretch. Points.
 */
export function advancesOf(shaped: Shaped, line: Line, target: number): number[] {
	const { start, end } = line;
	// A plain array: thousands of short typed ones cost more than the arithmetic.
	const advances: number[] = [];
	for (let i = start; i < end; i++) advances.push((shaped.widths[i] ?? 0) + (i + 1 < end ? (shaped.gaps[i] ?? 0) : 0));
	const last = advances.length - 1;
	if (last >= 0) advances[last] = (advances[last] ?? 0) - endHalf(shaped, end - 1);
	const excess = line.width - target;
	if (excess > EPSILON) compress(shaped, line, advances, excess);
	else if (!line.last && excess < -EPSILON) stretch(shaped, line, advances, -excess);
	return advances;
}

/** Order of compression (CLREQ, domain of this book): blanks, brackets, pauses, Han–Latin gaps, full stops. */
function rankOf(shaped: Shaped, i: number): number {
	const c = CharacterClass;
	if ((shaped.gaps[i] ?? 0) > 0) return 3;
	const here = shaped.classes[i] ?? 0;
	if (here === c.space) return 0;
	if (here === c.close || shaped.classes[i + 1] === c.open) return 1;
	return here === c.pause ? 2 : 4;
}

function compress(shaped: Shaped, line: Line, advances: number[], excess: number): void {
	let left = excess;
	for (let rank = 0; rank <= 4 && left > EPSILON; rank++) {
		let available = 0;
		for (let i = line.start; i < line.end - 1; i++) if (rankOf(shaped, i) === rank) available += shrinkAt(shaped, i);
		if (available <= 0) continue;
		const share = Math.min(1, left / available);
		for (let i = line.start; i < line.end - 1; i++) {
			if (rankOf(shaped, i) === rank)
				advances[i - line.start] = (advances[i - line.start] ?? 0) - shrinkAt(shaped, i) * share;
		}
		left -= available * share;
	}
}

/** True where the gap after character i may grow: not inside words, numbers, —— or ……. */
function mayStretch(shaped: Shaped, i: number): boolean {
	const c = CharacterClass;
	const here = shaped.classes[i] ?? 0;
	const next = shaped.classes[i + 1] ?? 0;
	if (next === c.mark) return false;
	if (here === c.dash && next === c.dash) return false;
	if (here === c.ellipsis && next === c.ellipsis) return false;
	const western = (value: number): boolean =>
		value >= c.digit && value !== c.space && value !== c.newline && value !== c.mark;
	return !(western(here) && western(next));
}

/** Gaps wider than this share of an em tear a line into characters. */
const RAGGED = 0.4;

function stretch(shaped: Shaped, line: Line, advances: number[], missing: number): void {
	const { start, end } = line;
	let left = missing;
	let room = 0;
	for (let i = start; i < end - 1; i++) room += stretchAt(shaped, i);
	if (room > 0) {
		const share = Math.min(1, left / room);
		for (let i = start; i < end - 1; i++)
			advances[i - start] = (advances[i - start] ?? 0) + stretchAt(shaped, i) * share;
		left -= room * share;
	}
	if (left <= EPSILON) return;
	let places = 0;
	for (let i = start; i < end - 1; i++) if (mayStretch(shaped, i)) places++;
	if (places === 0) return;
	const each = left / places;
	// What is left of a line before a word that fills the next one is no line to be filled: it stays short.
	if (each > RAGGED * (shaped.styles[start]?.size ?? 0)) return;
	for (let i = start; i < end - 1; i++)
		if (mayStretch(shaped, i)) advances[i - start] = (advances[i - start] ?? 0) + each;
}

/** Han–Latin gaps stretch to a third of an em and blanks by a half before anything else does. */
function stretchAt(shaped: Shaped, i: number): number {
	const gap = shaped.gaps[i] ?? 0;
	if (gap > 0) return gap * (1 / 3 / LATIN_GAP - 1);
	return shaped.classes[i] === CharacterClass.space ? (shaped.widths[i] ?? 0) / 2 : 0;
}
