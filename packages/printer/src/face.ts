import type { FontSource } from '@bianxu/model';
import { isCidKeyed, subsetCff } from './cff-subset.ts';
import type { FaceNames } from './face-names.ts';
import { subsetGlyf } from './glyf-subset.ts';
import { readSfnt, type Sfnt } from './sfnt.ts';

/** A face that is open: glyphs, widths and subsets. */
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
	/** Number of glyphs in the program, those without a code point included. */
	readonly count: number;
}

/** Opens one face of a font file. Throws Error when the file is damaged. */
export async function openFace(source: FontSource, names: FaceNames): Promise<Face> {
	const bytes = await source.read();
	const font = readSfnt(bytes, names.index);
	const table = font.tables.get('CFF ');
	if (table === undefined) return faceOf(font, source, names, false, glyfSubsets(font));
	const program = bytes.subarray(table.offset, table.offset + table.length);
	if (isCidKeyed(program)) return faceOf(font, source, names, true, cffSubsets(font, program));
	// Name-keyed programs, some Latin faces, are rare: the library that rewrites them is loaded for them alone.
	const { nameKeyedSubsets } = await import('./name-keyed.ts');
	return faceOf(font, source, names, true, nameKeyedSubsets(bytes, names.index));
}

/** Marks a code point that was not looked up yet. */
const UNKNOWN = -2;

function faceOf(font: Sfnt, source: FontSource, names: FaceNames, cff: boolean, subset: Face['subset']): Face {
	const scale = 1000 / font.unitsPerEm;
	const [left, bottom, right, top] = font.bounds;
	// Widths are asked for once per character of the packet, so the basic plane is a plain array.
	const plane = new Int16Array(0x10000).fill(UNKNOWN);
	const look = (codePoint: number): number => {
		const glyph = font.glyphOf(codePoint);
		return glyph === 0 || glyph >= font.glyphCount ? -1 : Math.round(font.advanceOf(glyph) * scale);
	};
	const advanceOf = (codePoint: number): number => {
		if (codePoint >= 0x10000) return look(codePoint);
		const known = plane[codePoint] ?? UNKNOWN;
		if (known !== UNKNOWN) return known;
		const advance = look(codePoint);
		plane[codePoint] = advance;
		return advance;
	};
	const family = names.families[0] ?? '';
	return {
		name: names.postscript === '' ? family.replaceAll(' ', '') : names.postscript,
		family,
		path: source.path,
		origin: source.origin,
		cff,
		bounds: [left * scale, bottom * scale, right * scale, top * scale],
		advanceOf,
		subset,
	};
}

/**
 * Original glyphs of code points, ascending behind .notdef, and their places. Code points that share a glyph (人 and the
 * radical ⼈) have a copy of it each: a code of the PDF stands for one character only, so what is copied out of the
 * print, searched or read aloud would be the other one.
 */
function keptGlyphs(
	font: Sfnt,
	codePoints: readonly number[],
): { readonly kept: readonly number[]; readonly glyphs: ReadonlyMap<number, number> } {
	const wanted = codePoints.map((codePoint) => [font.glyphOf(codePoint), codePoint] as const);
	const own = wanted.filter(([glyph]) => glyph !== 0).sort(([a, x], [b, y]) => a - b || x - y);
	const glyphs = new Map(wanted.map(([, codePoint]) => [codePoint, 0]));
	own.forEach(([, codePoint], index) => glyphs.set(codePoint, index + 1));
	return { kept: [0, ...own.map(([glyph]) => glyph)], glyphs };
}

function glyfSubsets(font: Sfnt): Face['subset'] {
	return (codePoints) => {
		const { kept, glyphs } = keptGlyphs(font, codePoints);
		const { program, count } = subsetGlyf(font, kept);
		return { program, glyphs, count };
	};
}

function cffSubsets(font: Sfnt, cff: Uint8Array): Face['subset'] {
	return (codePoints) => {
		const { kept, glyphs } = keptGlyphs(font, codePoints);
		const program = subsetCff(cff, kept);
		if (program === null) throw new Error('not CID-keyed');
		return { program, glyphs, count: kept.length };
	};
}
