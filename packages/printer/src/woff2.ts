/** WOFF2 (W3C Recommendation, 2018) unpacked to the font file it was made of, which is what is subset and embedded. */

import { sfntFile } from './sfnt-file.ts';

const SIGNATURE = 0x774f4632;
const COLLECTION = 0x74746366;

/** Known tags by their number in the directory (4.1). */
const TAGS =
	'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill';

/** More than any font holds; a claim beyond it is not followed. */
const MOST = 200 * 1024 * 1024;

interface Entry {
	readonly tag: string;
	readonly transformed: boolean;
	/** Bytes in the unpacked stream. */
	readonly length: number;
}

/** True for a WOFF2 file. */
export function isWoff2(bytes: Uint8Array): boolean {
	return bytes.length >= 48 && new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0) === SIGNATURE;
}

/**
 * The font file inside a WOFF2 file. `brotli` unpacks at most the given number of bytes. Throws Error or RangeError on
 * damaged data and on collections, which fonts for print do not come in.
 */
export function sfntOfWoff2(bytes: Uint8Array, brotli: (data: Uint8Array, most: number) => Uint8Array): Uint8Array {
	const reader = createReader(bytes, 0);
	reader.skip(4);
	const flavor = reader.u32();
	if (flavor === COLLECTION) throw new Error('woff2: collections are not read');
	reader.skip(4);
	const count = reader.u16();
	reader.skip(2 + 4);
	const packed = reader.u32();
	reader.skip(24);
	const entries = Array.from({ length: count }, () => readEntry(reader));
	const size = entries.reduce((sum, entry) => sum + entry.length, 0);
	if (size > MOST) throw new RangeError('woff2: too large');
	const data = brotli(bytes.subarray(reader.at(), reader.at() + packed), size);
	const sources = new Map<string, { readonly bytes: Uint8Array; readonly transformed: boolean }>();
	let at = 0;
	for (const { tag, length, transformed } of entries) {
		sources.set(tag, { bytes: data.subarray(at, at + length), transformed });
		at += length;
	}
	if (at > data.length) throw new RangeError('woff2: unexpected end');
	const tables = new Map<string, Uint8Array>();
	const glyf = sources.get('glyf');
	let lefts: readonly number[] = [];
	if (glyf?.transformed === true) {
		const outlines = rebuildOutlines(glyf.bytes);
		tables.set('glyf', outlines.glyf);
		tables.set('loca', outlines.loca);
		lefts = outlines.lefts;
	}
	for (const [tag, source] of sources) {
		if (tables.has(tag)) continue;
		if (!source.transformed)
			tables.set(tag, tag === 'head' && glyf?.transformed === true ? longOffsets(source.bytes) : source.bytes);
		else if (tag === 'hmtx') tables.set(tag, rebuildMetrics(source.bytes, sources.get('hhea')?.bytes, lefts));
		else throw new Error(`woff2: unknown transform of ${tag}`);
	}
	return sfntFile(flavor, tables);
}

interface Reader {
	readonly u8: () => number;
	readonly u16: () => number;
	readonly i16: () => number;
	readonly u32: () => number;
	/** 255UInt16 (6.1.2). */
	readonly short: () => number;
	/** UIntBase128 (6.1.1). */
	readonly base128: () => number;
	readonly take: (count: number) => Uint8Array;
	readonly skip: (count: number) => void;
	readonly at: () => number;
}

function createReader(bytes: Uint8Array, start: number): Reader {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let at = start;
	const u8 = (): number => view.getUint8(at++);
	const u16 = (): number => {
		at += 2;
		return view.getUint16(at - 2);
	};
	return {
		u8,
		u16,
		i16: () => {
			at += 2;
			return view.getInt16(at - 2);
		},
		u32: () => {
			at += 4;
			return view.getUint32(at - 4);
		},
		short: () => {
			const code = u8();
			if (code === 253) return u16();
			if (code === 255) return u8() + 253;
			return code === 254 ? u8() + 506 : code;
		},
		base128: () => {
			let value = 0;
			for (let i = 0; i < 5; i++) {
				const byte = u8();
				value = value * 128 + (byte & 127);
				if (byte < 128) return value;
			}
			throw new RangeError('woff2: number too long');
		},
		take: (count) => {
			if (at + count > bytes.length) throw new RangeError('woff2: unexpected end');
			at += count;
			return bytes.subarray(at - count, at);
		},
		skip: (count) => {
			at += count;
		},
		at: () => at,
	};
}

function readEntry(reader: Reader): Entry {
	const flags = reader.u8();
	const known = flags & 63;
	const tag = known === 63 ? String.fromCharCode(...reader.take(4)) : TAGS.slice(5 * known, 5 * known + 4);
	const version = flags >> 6;
	const original = reader.base128();
	// Version 0 of glyf and loca is their transform, 3 is none; for other tables 0 is none.
	const transformed = tag === 'glyf' || tag === 'loca' ? version !== 3 : version !== 0;
	return { tag, transformed, length: transformed ? reader.base128() : original };
}

function longOffsets(head: Uint8Array): Uint8Array {
	const copy = new Uint8Array(head);
	new DataView(copy.buffer).setInt16(50, 1);
	return copy;
}

/** Growing bytes. */
function createWriter(): {
	readonly i16: (value: number) => void;
	readonly bytes: (part: Uint8Array) => void;
	readonly u8: (value: number) => void;
	readonly take: () => Uint8Array;
} {
	let data: number[] = [];
	return {
		u8: (value) => {
			data.push(value & 255);
		},
		i16: (value) => {
			data.push((value >> 8) & 255, value & 255);
		},
		bytes: (part) => {
			for (const byte of part) data.push(byte);
		},
		take: () => {
			const out = Uint8Array.from(data);
			data = [];
			return out;
		},
	};
}

type Writer = ReturnType<typeof createWriter>;

interface Streams {
	readonly points: Reader;
	readonly flags: Reader;
	readonly glyphs: Reader;
	readonly composites: Reader;
	readonly boxes: Reader;
	readonly instructions: Reader;
	readonly composite: Uint8Array;
}

/** The transformed glyf table (5.1) back to glyf and loca; also the left edge of every glyph, for the metrics. */
function rebuildOutlines(bytes: Uint8Array): {
	readonly glyf: Uint8Array;
	readonly loca: Uint8Array;
	readonly lefts: readonly number[];
} {
	const reader = createReader(bytes, 0);
	reader.skip(4);
	const count = reader.u16();
	reader.skip(2);
	const sizes = Array.from({ length: 7 }, () => reader.u32());
	let at = reader.at();
	const stream = (index: number): Uint8Array => {
		const size = sizes[index] ?? 0;
		if (at + size > bytes.length) throw new RangeError('woff2: unexpected end');
		at += size;
		return bytes.subarray(at - size, at);
	};
	const contours = createReader(stream(0), 0);
	const points = createReader(stream(1), 0);
	const flags = createReader(stream(2), 0);
	const glyphs = createReader(stream(3), 0);
	const composite = stream(4);
	const boxes = stream(5);
	const instructions = createReader(stream(6), 0);
	const bitmap = 4 * Math.ceil(count / 32);
	const streams: Streams = {
		points,
		flags,
		glyphs,
		composites: createReader(composite, 0),
		composite,
		boxes: createReader(boxes, bitmap),
		instructions,
	};
	const writer = createWriter();
	const outlines: Uint8Array[] = [];
	const lefts: number[] = [];
	const loca = new Uint8Array(4 * (count + 1));
	const offsets = new DataView(loca.buffer);
	let offset = 0;
	for (let glyph = 0; glyph < count; glyph++) {
		const boxed = ((boxes[glyph >> 3] ?? 0) & (0x80 >> (glyph & 7))) !== 0;
		const number = contours.i16();
		if (number < 0) writeComposite(writer, streams, boxed);
		else if (number > 0) writeSimple(writer, streams, number, boxed);
		const outline = writer.take();
		lefts.push(outline.length === 0 ? 0 : new DataView(outline.buffer).getInt16(2));
		outlines.push(outline);
		offset += (outline.length + 3) & ~3;
		offsets.setUint32(4 * (glyph + 1), offset);
	}
	const glyf = new Uint8Array(offset);
	let to = 0;
	for (const outline of outlines) {
		glyf.set(outline, to);
		to += (outline.length + 3) & ~3;
	}
	return { glyf, loca, lefts };
}

function writeBox(writer: Writer, boxes: Reader): void {
	for (let i = 0; i < 4; i++) writer.i16(boxes.i16());
}

/** Composite glyphs are stored as they are, with a box and, where a component asks for it, instructions. */
function writeComposite(writer: Writer, streams: Streams, boxed: boolean): void {
	if (!boxed) throw new RangeError('woff2: composite without a box');
	const { composites, glyphs, instructions, composite } = streams;
	writer.i16(-1);
	writeBox(writer, streams.boxes);
	const start = composites.at();
	let instructed = false;
	for (;;) {
		const flags = composites.u16();
		composites.skip(2 + ((flags & 1) !== 0 ? 4 : 2));
		if ((flags & 8) !== 0) composites.skip(2);
		else if ((flags & 64) !== 0) composites.skip(4);
		else if ((flags & 128) !== 0) composites.skip(8);
		if ((flags & 256) !== 0) instructed = true;
		if ((flags & 32) === 0) break;
	}
	writer.bytes(composite.subarray(start, composites.at()));
	if (!instructed) return;
	const length = glyphs.short();
	writer.i16(length);
	writer.bytes(instructions.take(length));
}

/** Points of a simple glyph: flags and deltas in triplets of one to five bytes (5.2). */
function writeSimple(writer: Writer, streams: Streams, contours: number, boxed: boolean): void {
	const { points, flags, glyphs, instructions, boxes } = streams;
	const ends: number[] = [];
	let count = 0;
	for (let i = 0; i < contours; i++) {
		count += points.short();
		ends.push(count - 1);
	}
	const xs: number[] = [];
	const ys: number[] = [];
	const on: boolean[] = [];
	let x = 0;
	let y = 0;
	for (let i = 0; i < count; i++) {
		const flag = flags.u8();
		on.push(flag < 128);
		const [dx, dy] = triplet(flag & 127, glyphs);
		x += dx;
		y += dy;
		xs.push(x);
		ys.push(y);
	}
	const length = glyphs.short();
	writer.i16(contours);
	if (boxed) writeBox(writer, boxes);
	else for (const value of [least(xs), least(ys), most(xs), most(ys)]) writer.i16(value);
	for (const end of ends) writer.i16(end);
	writer.i16(length);
	writer.bytes(instructions.take(length));
	for (const each of on) writer.u8(each ? 1 : 0);
	for (const values of [xs, ys]) values.forEach((value, index) => writer.i16(value - (values[index - 1] ?? 0)));
}

function least(values: readonly number[]): number {
	return values.reduce((low, value) => Math.min(low, value), values[0] ?? 0);
}

function most(values: readonly number[]): number {
	return values.reduce((high, value) => Math.max(high, value), values[0] ?? 0);
}

function triplet(flag: number, glyphs: Reader): readonly [number, number] {
	const signed = (bit: number, value: number): number => ((bit & 1) !== 0 ? value : -value);
	const a = glyphs.u8();
	if (flag < 10) return [0, signed(flag, ((flag & 14) << 7) + a)];
	if (flag < 20) return [signed(flag, (((flag - 10) & 14) << 7) + a), 0];
	if (flag < 84) {
		const base = flag - 20;
		return [signed(flag, 1 + (base & 0x30) + (a >> 4)), signed(flag >> 1, 1 + ((base & 0x0c) << 2) + (a & 15))];
	}
	const b = glyphs.u8();
	if (flag < 120) {
		const base = flag - 84;
		return [signed(flag, 1 + (Math.floor(base / 12) << 8) + a), signed(flag >> 1, 1 + (((base % 12) >> 2) << 8) + b)];
	}
	const c = glyphs.u8();
	if (flag < 124) return [signed(flag, (a << 4) + (b >> 4)), signed(flag >> 1, ((b & 15) << 8) + c)];
	const d = glyphs.u8();
	return [signed(flag, (a << 8) + b), signed(flag >> 1, (c << 8) + d)];
}

/** The transformed hmtx table (5.4): side bearings that equal the left edge of the glyph are left out. */
function rebuildMetrics(bytes: Uint8Array, hhea: Uint8Array | undefined, lefts: readonly number[]): Uint8Array {
	if (hhea === undefined) throw new Error('woff2: metrics without hhea');
	const longs = new DataView(hhea.buffer, hhea.byteOffset, hhea.byteLength).getUint16(34);
	const reader = createReader(bytes, 0);
	const flags = reader.u8();
	const advances = Array.from({ length: longs }, () => reader.u16());
	const table = new Uint8Array(4 * longs + 2 * Math.max(0, lefts.length - longs));
	const out = new DataView(table.buffer);
	for (let glyph = 0; glyph < lefts.length; glyph++) {
		const long = glyph < longs;
		const left = (flags & (long ? 1 : 2)) === 0 ? reader.i16() : (lefts[glyph] ?? 0);
		if (long) {
			out.setUint16(4 * glyph, advances[glyph] ?? 0);
			out.setInt16(4 * glyph + 2, left);
		} else out.setInt16(4 * longs + 2 * (glyph - longs), left);
	}
	return table;
}
