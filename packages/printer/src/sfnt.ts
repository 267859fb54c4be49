/** Tables of a TrueType or OpenType font file (ISO/IEC 14496-22) that printing needs: characters, widths, bounds, name. */

/** Where a table stands in the file. */
export interface TablePlace {
	readonly offset: number;
	readonly length: number;
}

/** One face of a font file. */
export interface Sfnt {
	readonly bytes: Uint8Array;
	readonly view: DataView;
	readonly tables: ReadonlyMap<string, TablePlace>;
	readonly unitsPerEm: number;
	readonly glyphCount: number;
	/** Bounds in font units: left, bottom, right, top. */
	readonly bounds: readonly [number, number, number, number];
	/** Glyph of a code point, 0 when the face lacks it. */
	readonly glyphOf: (codePoint: number) => number;
	/** Advance of a glyph in font units. Glyphs beyond the last long metric have its advance (5.2.4). */
	readonly advanceOf: (glyph: number) => number;
}

const TTCF = 0x74746366;

/** Reads face `index` of a font file. Throws RangeError or Error on damaged data. */
export function readSfnt(bytes: Uint8Array, index: number): Sfnt {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const collection = view.getUint32(0) === TTCF;
	if (collection && index >= view.getUint32(8)) throw new Error(`no face ${index}`);
	const start = collection ? view.getUint32(12 + 4 * index) : 0;
	const tables = new Map<string, TablePlace>();
	const count = view.getUint16(start + 4);
	for (let i = 0; i < count; i++) {
		const at = start + 12 + 16 * i;
		const tag = String.fromCharCode(bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0, bytes[at + 3] ?? 0);
		const place = { offset: view.getUint32(at + 8), length: view.getUint32(at + 12) };
		if (place.offset + place.length > bytes.length) throw new RangeError(`table ${tag} lies beyond the file`);
		tables.set(tag, place);
	}
	const need = (tag: string): TablePlace => {
		const table = tables.get(tag);
		if (table === undefined) throw new Error(`font without ${tag}`);
		return table;
	};
	const head = need('head').offset;
	const metrics = need('hmtx').offset;
	const last = Math.max(1, view.getUint16(need('hhea').offset + 34)) - 1;
	return {
		bytes,
		view,
		tables,
		unitsPerEm: view.getUint16(head + 18),
		glyphCount: view.getUint16(need('maxp').offset + 4),
		bounds: [view.getInt16(head + 36), view.getInt16(head + 38), view.getInt16(head + 40), view.getInt16(head + 42)],
		glyphOf: characterMap(view, need('cmap').offset),
		advanceOf: (glyph) => view.getUint16(metrics + 4 * Math.min(glyph, last)),
	};
}

/** Order of preference of Unicode subtables (5.2.1.2): full repertoire first. */
const PREFERRED: readonly (readonly [platform: number, encoding: number])[] = [
	[3, 10],
	[0, 6],
	[0, 4],
	[3, 1],
	[0, 3],
	[0, 2],
	[0, 1],
	[0, 0],
];

function characterMap(view: DataView, cmap: number): (codePoint: number) => number {
	const count = view.getUint16(cmap + 2);
	for (const [platform, encoding] of PREFERRED) {
		for (let i = 0; i < count; i++) {
			const at = cmap + 4 + 8 * i;
			if (view.getUint16(at) !== platform || view.getUint16(at + 2) !== encoding) continue;
			const subtable = cmap + view.getUint32(at + 4);
			const format = view.getUint16(subtable);
			if (format === 12) return segmentedCoverage(view, subtable);
			if (format === 4) return segmentMapping(view, subtable);
		}
	}
	throw new Error('font without a Unicode character map');
}

/** Format 12: groups of consecutive code points in ascending order. */
function segmentedCoverage(view: DataView, at: number): (codePoint: number) => number {
	const groups = view.getUint32(at + 12);
	return (codePoint) => {
		let low = 0;
		let high = groups - 1;
		while (low <= high) {
			const middle = (low + high) >> 1;
			const group = at + 16 + 12 * middle;
			if (codePoint < view.getUint32(group)) high = middle - 1;
			else if (codePoint > view.getUint32(group + 4)) low = middle + 1;
			else return view.getUint32(group + 8) + codePoint - view.getUint32(group);
		}
		return 0;
	};
}

/** Format 4: segments of the basic plane with deltas or an index into glyph ids. */
function segmentMapping(view: DataView, at: number): (codePoint: number) => number {
	const double = view.getUint16(at + 6);
	const ends = at + 14;
	const starts = ends + double + 2;
	const deltas = starts + double;
	const ranges = deltas + double;
	return (codePoint) => {
		if (codePoint > 0xffff) return 0;
		let low = 0;
		let high = double / 2 - 1;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (view.getUint16(ends + 2 * middle) < codePoint) low = middle + 1;
			else high = middle;
		}
		const start = view.getUint16(starts + 2 * low);
		if (codePoint < start || codePoint > view.getUint16(ends + 2 * low)) return 0;
		const delta = view.getUint16(deltas + 2 * low);
		const range = view.getUint16(ranges + 2 * low);
		if (range === 0) return (codePoint + delta) & 0xffff;
		const glyph = view.getUint16(ranges + 2 * low + range + 2 * (codePoint - start));
		return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
	};
}
