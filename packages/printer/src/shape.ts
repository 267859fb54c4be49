import type { ImageItem, NoteKey, Role } from '@bianxu/model';
import { CharacterClass, classOf, isHalvable, isWestern, mayBreak } from './character-class.ts';
import type { Face } from './face.ts';

/** How a stretch of characters is set. One object per face, size and rise, so that identity means equality. */
export interface TextStyle {
	readonly face: Face;
	/** Point size. */
	readonly size: number;
	/** Advance of a full-width character in points: the cell. */
	readonly cell: number;
	/** Points above the baseline (superscripts), negative below. */
	readonly rise: number;
}

/** A stretch of text with its style; `offset` is its place in the block's text, −1 for text that is not in the block. */
export interface StyledSpan {
	readonly text: string;
	readonly offset: number;
	/** Style of a code point; faces that lack it are answered by another style with a fallback face. */
	readonly styleOf: (codePoint: number, western: boolean) => TextStyle;
	/** The stretch stays with what is before it and has no gap around it: note marks. */
	readonly glued?: true;
	/** The note whose mark the stretch is. */
	readonly note?: NoteKey;
	/** A picture in the line: the stretch is one U+FFFC as wide as the picture. */
	readonly picture?: InlinePicture;
}

/** A picture that stands in a line like a character; points. */
export interface InlinePicture {
	readonly image: string;
	readonly width: number;
	readonly height: number;
	readonly crop: readonly [number, number, number, number] | null;
	/** How it is turned or mirrored; null when it stands as its file has it. */
	readonly spin: NonNullable<ImageItem['spin']> | null;
}

/** A paragraph ready for line breaking: one entry per code point in parallel arrays, lengths in points. */
export interface Shaped {
	readonly count: number;
	readonly codePoints: Uint32Array;
	readonly classes: Uint8Array;
	/** Offset in the block's text (UTF-16), −1 for labels. */
	readonly offsets: Int32Array;
	readonly styles: readonly TextStyle[];
	/** Width of the character itself. */
	readonly widths: Float64Array;
	/** Space after the character as it stands inside a line: Han–Latin gap, or a negative half where two marks meet. */
	readonly gaps: Float64Array;
	/** Shift of the glyph inside its width: narrow quotation marks and dots of some faces are placed by hand. */
	readonly shifts: Float64Array;
	/** 1 where a line may end after the character. */
	readonly breaks: Uint8Array;
	/** Notes whose marks end at a character, and pictures that stand for one, by index; null when there are none. */
	readonly notes: ReadonlyMap<number, NoteKey> | null;
	readonly pictures: ReadonlyMap<number, InlinePicture> | null;
	readonly block: number;
	readonly role: Role;
}

/** Gap between Han and Western characters in em: CLREQ allows up to a quarter; shrinks to an eighth, stretches to a third. */
export const LATIN_GAP = 1 / 6;

/** Classes after and before which the Han–Latin gap stands: real characters, not marks. */
function takesGap(a: number, b: number, codePoint: number): boolean {
	const c = CharacterClass;
	if (a === c.han) return b === c.digit || b === c.latin;
	return b === c.han && (a === c.digit || a === c.latin || codePoint === 0x25 || codePoint === 0x2030);
}

/** Turns spans into arrays. White space at the ends is left out: indents are the template's, not typed. */
export function shape(spans: readonly StyledSpan[], block: number, role: Role): Shaped {
	let capacity = 0;
	for (const span of spans) capacity += span.text.length;
	const codePoints = new Uint32Array(capacity);
	const classes = new Uint8Array(capacity);
	const offsets = new Int32Array(capacity);
	const styles: TextStyle[] = [];
	const widths = new Float64Array(capacity);
	const gaps = new Float64Array(capacity);
	const shifts = new Float64Array(capacity);
	const breaks = new Uint8Array(capacity);
	let count = 0;
	/** Places of glued stretches: [start, end). */
	const glued: (readonly [number, number])[] = [];
	let notes: Map<number, NoteKey> | null = null;
	let pictures: Map<number, InlinePicture> | null = null;
	for (const span of spans) {
		const { text, styleOf } = span;
		const first = count;
		for (let i = 0; i < text.length; ) {
			const codePoint = text.codePointAt(i) ?? 0;
			const at = i;
			i += codePoint > 0xffff ? 2 : 1;
			const value = classOf(codePoint);
			if (count === 0 && (value === CharacterClass.space || value === CharacterClass.newline)) continue;
			const style = styleOf(codePoint, isWestern(value));
			codePoints[count] = codePoint;
			classes[count] = value;
			offsets[count] = span.offset < 0 ? -1 : span.offset + at;
			styles.push(style);
			const natural = (Math.max(0, style.face.advanceOf(codePoint)) * style.size) / 1000;
			const width = widthOf(value, codePoint, natural, style);
			widths[count] = width;
			shifts[count] = shiftOf(value, natural, width);
			if (span.picture !== undefined) {
				widths[count] = span.picture.width;
				shifts[count] = 0;
				pictures ??= new Map();
				pictures.set(count, span.picture);
			}
			count++;
		}
		if (span.glued === true) glued.push([first, count]);
		if (span.note !== undefined && count > 0) {
			notes ??= new Map();
			notes.set(count - 1, span.note);
		}
	}
	while (count > 0 && (classes[count - 1] === CharacterClass.space || classes[count - 1] === CharacterClass.newline))
		count--;
	for (let i = 0; i + 1 < count; i++) {
		const a = classes[i] ?? 0;
		const b = classes[i + 1] ?? 0;
		const style = styles[i];
		if (style === undefined) continue;
		breaks[i] = mayBreak(a, b, codePoints[i + 1] ?? 0) || a === CharacterClass.newline ? 1 : 0;
		// A single 一字线 joins years or places (GB/T 15834 4.13): as a connector it begins no line (5.1.7).
		if (b === CharacterClass.dash && a !== CharacterClass.dash && classes[i + 2] !== CharacterClass.dash) breaks[i] = 0;
		if (takesGap(a, b, codePoints[i] ?? 0)) gaps[i] = LATIN_GAP * style.size;
		else if (
			(isHalvable(a) && (b === CharacterClass.open || isHalvable(b))) ||
			(a === CharacterClass.open && b === CharacterClass.open)
		)
			gaps[i] = -style.cell / 2;
	}
	keepPaddedNames(codePoints, classes, breaks, count);
	for (const [first, end] of glued) {
		for (let i = Math.max(0, first - 1); i < end - 1; i++) breaks[i] = 0;
		if (first > 0) gaps[first - 1] = 0;
		if (end > first) gaps[end - 1] = 0;
	}
	return { count, codePoints, classes, offsets, styles, widths, gaps, shifts, breaks, notes, pictures, block, role };
}

/** A name of two characters with blanks between them (王 芳 with a full-width blank) is one word: no line ends at the blanks. */
function keepPaddedNames(codePoints: Uint32Array, classes: Uint8Array, breaks: Uint8Array, count: number): void {
	const { han, space } = CharacterClass;
	for (let i = 1; i + 1 < count; i++) {
		if (codePoints[i] !== 0x3000 || classes[i - 1] !== han || classes[i + 1] !== han) continue;
		const begins = i < 2 || classes[i - 2] !== han;
		const ends = i + 2 >= count || classes[i + 2] !== han;
		if (begins && ends && classes[i + 1] !== space) breaks[i] = 0;
	}
}

/** Characters of a shaped paragraph that a line end must not part: [start, end) in the block's text. */
export function keepWhole(shaped: Shaped, ranges: readonly (readonly [number, number])[]): void {
	if (ranges.length === 0) return;
	for (let i = 0; i + 1 < shaped.count; i++) {
		const here = shaped.offsets[i] ?? -1;
		const next = shaped.offsets[i + 1] ?? -1;
		if (here >= 0 && ranges.some(([start, end]) => here >= start && next > here && next < end)) shaped.breaks[i] = 0;
	}
}

/**
 * Cell widths are forced for every full-width character, also “ ” ‘ ’ — … ·, whose advances differ from face to
 * face; Western characters keep theirs.
 */
function widthOf(value: number, codePoint: number, natural: number, style: TextStyle): number {
	const c = CharacterClass;
	switch (value) {
		case c.mark:
		case c.newline:
			return 0;
		case c.digit:
		case c.latin:
		case c.westernClose:
		case c.westernOpen:
		case c.hyphen:
			// Full-width signs (％ ￥ ℃) and symbols that the face draws an em wide take a cell as well.
			return natural >= style.size * 0.98 ? style.cell : natural;
		case c.space:
			return codePoint === 0x3000 ? style.cell : codePoint === 0x09 ? style.cell * 2 : style.size / 2;
		case c.slash:
			return codePoint === 0x2f ? natural : style.cell;
		case c.connector:
			return codePoint === 0x2010 || codePoint === 0x2013 ? natural : style.cell;
		default:
			return style.cell;
	}
}

/** A glyph narrower than its cell: opening marks go to the right, closing ones stay left, the rest is centred. */
function shiftOf(value: number, natural: number, width: number): number {
	const c = CharacterClass;
	if (natural <= 0 || natural > width * 0.97) return 0;
	switch (value) {
		case c.open:
			return width - natural;
		case c.dot:
		case c.ellipsis:
			return (width - natural) / 2;
		default:
			return 0;
	}
}
