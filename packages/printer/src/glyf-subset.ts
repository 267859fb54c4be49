import type { Sfnt, TablePlace } from './sfnt.ts';
import { sfntFile } from './sfnt-file.ts';

/** Flags of a component of a composite glyph (5.3.4.2). */
const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const MATRIX = 0x0080;

/** Hints come along: `cvt`, `fpgm` and `prep` are shared by all glyphs. */
const COPIED: readonly string[] = ['cvt ', 'fpgm', 'prep'];

/**
 * A TrueType file with the outlines of `glyphs` (original ids, the first is 0) in that order, and behind them whatever
 * their composites are made of. Outlines are copied as they are; only the component numbers of composites change, so a
 * glyph cannot break. Throws RangeError on damaged data or beyond 65,535 glyphs.
 */
export function subsetGlyf(
	font: Sfnt,
	glyphs: readonly number[],
): { readonly program: Uint8Array; readonly count: number } {
	const { bytes, view } = font;
	const glyf = tableOf(font, 'glyf');
	const loca = tableOf(font, 'loca');
	const long = view.getInt16(tableOf(font, 'head').offset + 50) === 1;
	const place = (glyph: number): number =>
		glyf.offset + (long ? view.getUint32(loca.offset + 4 * glyph) : 2 * view.getUint16(loca.offset + 2 * glyph));
	const kept = [...glyphs];
	const ids = new Map(kept.map((glyph, id) => [glyph, id]));
	const idOf = (glyph: number): number => {
		const known = ids.get(glyph);
		if (known !== undefined) return known;
		if (glyph >= font.glyphCount) throw new RangeError('component beyond the font');
		ids.set(glyph, kept.length);
		kept.push(glyph);
		return kept.length - 1;
	};
	const outlines: Uint8Array[] = [];
	let size = 0;
	// Composites append their components to the list while it is walked.
	for (let i = 0; i < kept.length; i++) {
		const glyph = kept[i] ?? 0;
		const start = place(glyph);
		const end = place(glyph + 1);
		if (end < start || end > glyf.offset + glyf.length) throw new RangeError('outline beyond its table');
		let outline = bytes.subarray(start, end);
		if (outline.length >= 10 && view.getInt16(start) < 0) outline = renumbered(new Uint8Array(outline), idOf);
		outlines.push(outline);
		size += (outline.length + 3) & ~3;
	}
	if (kept.length > 0xffff) throw new RangeError('subset: too many glyphs');
	const outlineTable = new Uint8Array(size);
	const places = new Uint8Array(4 * (kept.length + 1));
	const placesView = new DataView(places.buffer);
	let at = 0;
	outlines.forEach((outline, id) => {
		outlineTable.set(outline, at);
		at += (outline.length + 3) & ~3;
		placesView.setUint32(4 * (id + 1), at);
	});
	const tables = new Map<string, Uint8Array>([
		['glyf', outlineTable],
		['head', headOf(font)],
		['hhea', patched(font, 'hhea', 34, kept.length)],
		['hmtx', metricsOf(font, kept)],
		['loca', places],
		['maxp', patched(font, 'maxp', 4, kept.length)],
	]);
	for (const tag of COPIED) {
		const table = font.tables.get(tag);
		if (table !== undefined) tables.set(tag, bytes.subarray(table.offset, table.offset + table.length));
	}
	return { program: sfntFile(0x00010000, tables), count: kept.length };
}

function tableOf(font: Sfnt, tag: string): TablePlace {
	const table = font.tables.get(tag);
	if (table === undefined) throw new Error(`font without ${tag}`);
	return table;
}

/** A composite with the new numbers of its components, in place. */
function renumbered(outline: Uint8Array, idOf: (glyph: number) => number): Uint8Array {
	const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
	let at = 10;
	for (;;) {
		const flags = view.getUint16(at);
		view.setUint16(at + 2, idOf(view.getUint16(at + 2)));
		at += 4 + ((flags & WORDS) !== 0 ? 4 : 2);
		if ((flags & SCALE) !== 0) at += 2;
		else if ((flags & TWO_SCALES) !== 0) at += 4;
		else if ((flags & MATRIX) !== 0) at += 8;
		if ((flags & MORE) === 0) return outline;
	}
}

function patched(font: Sfnt, tag: string, at: number, value: number): Uint8Array {
	const { offset, length } = tableOf(font, tag);
	// A copy in a buffer of its own, whatever kind of array the bytes are.
	const copy = new Uint8Array(font.bytes.subarray(offset, offset + length));
	new DataView(copy.buffer).setUint16(at, value);
	return copy;
}

/** head with long offsets; the checksum of the file is set when the file is whole. */
function headOf(font: Sfnt): Uint8Array {
	const copy = patched(font, 'head', 50, 1);
	new DataView(copy.buffer).setUint32(8, 0);
	return copy;
}

/** Advance and left side bearing of every glyph. */
function metricsOf(font: Sfnt, kept: readonly number[]): Uint8Array {
	const { view } = font;
	const { offset } = tableOf(font, 'hmtx');
	const longs = Math.max(1, view.getUint16(tableOf(font, 'hhea').offset + 34));
	const table = new Uint8Array(4 * kept.length);
	const out = new DataView(table.buffer);
	kept.forEach((glyph, id) => {
		out.setUint16(4 * id, font.advanceOf(glyph));
		out.setInt16(
			4 * id + 2,
			view.getInt16(glyph < longs ? offset + 4 * glyph + 2 : offset + 4 * longs + 2 * (glyph - longs)),
		);
	});
	return table;
}
