import type { FontSource } from '@bianxu/model';
import * as fontkit from 'fontkit';
import { subsetCff } from './cff-subset.ts';

/** A face that is open: glyphs, widths and subsets. The only module that knows fontkit. */
export interface Face {
	/** PostScript name; in frames it names the face. */
	readonly name: string;
	readonly family: string;
	readonly path: string;
	readonly origin: FontSource['origin'];
	/** True for CFF outlines (.otf), false for TrueType. */
	readonly cff: boolean;
	/** Glyph bounds in thousandths of an em: left, bottom, right, top. */
	readonly bounds: readonly [number, number, number, number];
	/** Natural advance of a code point in thousandths of an em, −1 when the face lacks it. */
	readonly advanceOf: (codePoint: number) => number;
	/** A subset with the code points (ascending) and nothing else. Throws RangeError above 65,535 glyphs. */
	readonly subset: (codePoints: readonly number[]) => FaceSubset;
}

export interface FaceSubset {
	/** Font program to embed: bare CFF or a TrueType file. */
	readonly program: Uint8Array;
	/** Glyph id in the subset by code point. */
	readonly glyphs: ReadonlyMap<number, number>;
}

/** Opens one face of a font file. Throws Error when the file is damaged. */
export async function openFace(source: FontSource, index: number): Promise<Face> {
	const bytes = await source.read();
	const opened = fontkit.create(bytes);
	const font = 'fonts' in opened ? opened.fonts[index] : opened;
	if (font === undefined) throw new Error(`no face ${index} in ${source.path}`);
	return faceOf(font, source, bytes);
}

/** Marks a code point that was not looked up yet. */
const UNKNOWN = -2;

function faceOf(font: fontkit.Font, source: FontSource, bytes: Uint8Array): Face {
	const scale = 1000 / font.unitsPerEm;
	const { bbox } = font;
	// Widths are asked for once per character of the packet, so the basic plane is a plain array.
	const plane = new Int16Array(0x10000).fill(UNKNOWN);
	const astral = new Map<number, number>();
	const widthOf = glyphWidths(font, bytes);
	const look = (codePoint: number): number => {
		const { id } = font.glyphForCodePoint(codePoint);
		return id === 0 ? -1 : Math.round(widthOf(id) * scale);
	};
	const advanceOf = (codePoint: number): number => {
		if (codePoint < 0x10000) {
			const known = plane[codePoint] ?? UNKNOWN;
			if (known !== UNKNOWN) return known;
			const advance = look(codePoint);
			plane[codePoint] = advance;
			return advance;
		}
		const known = astral.get(codePoint);
		if (known !== undefined) return known;
		const advance = look(codePoint);
		astral.set(codePoint, advance);
		return advance;
	};
	return {
		name: font.postscriptName,
		family: font.familyName,
		path: source.path,
		origin: source.origin,
		cff: 'CFF ' in font.directory.tables,
		bounds: [bbox.minX * scale, bbox.minY * scale, bbox.maxX * scale, bbox.maxY * scale],
		advanceOf,
		subset: (codePoints) => subsetOf(font, bytes, codePoints),
	};
}

/**
 * Advance of a glyph in font units, straight from hmtx (ISO/IEC 14496-22 5.2.4): fontkit would measure the outline as
 * well. Glyphs beyond the last long metric have its advance.
 */
function glyphWidths(font: fontkit.Font, bytes: Uint8Array): (glyph: number) => number {
	const { hhea, hmtx } = font.directory.tables;
	if (hhea === undefined || hmtx === undefined) throw new Error('font without widths');
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const last = view.getUint16(hhea.offset + 34) - 1;
	return (glyph) => view.getUint16(hmtx.offset + 4 * Math.min(glyph, last));
}

function subsetOf(font: fontkit.Font, bytes: Uint8Array, codePoints: readonly number[]): FaceSubset {
	const table = font.directory.tables['CFF '];
	if (table !== undefined) {
		const own = cffSubset(font, bytes.subarray(table.offset, table.offset + table.length), codePoints);
		if (own !== null) return own;
	}
	const subset = font.createSubset();
	const glyphs = new Map<number, number>();
	for (const codePoint of codePoints) {
		glyphs.set(codePoint, subset.includeGlyph(font.glyphForCodePoint(codePoint).id));
	}
	if (glyphs.size > 0xffff) throw new RangeError('subset: too many glyphs');
	return { program: subset.encode(), glyphs };
}

/** Subset of a CID-keyed program; null for name-keyed ones, which fontkit handles. */
function cffSubset(font: fontkit.Font, cff: Uint8Array, codePoints: readonly number[]): FaceSubset | null {
	const ids = codePoints.map((codePoint) => font.glyphForCodePoint(codePoint).id);
	const kept = [...new Set([0, ...ids])].sort((a, b) => a - b);
	const program = subsetCff(cff, kept);
	if (program === null) return null;
	const places = new Map(kept.map((id, place) => [id, place]));
	return {
		program,
		glyphs: new Map(codePoints.map((codePoint, index) => [codePoint, places.get(ids[index] ?? 0) ?? 0])),
	};
}
