/** Pictures as they go into a PDF: JPEG as it is, PNG unpacked where its form needs it. Nothing is resampled. */

import { type Held, heldAs, withoutNotes } from './jpeg.ts';

/** A picture ready to be painted. `key` names it in frames. */
export interface PrintImage {
	readonly key: string;
	readonly width: number;
	readonly height: number;
	/** Pixels per inch that the file states; 96 where it states none. */
	readonly density: number;
	readonly color: 'gray' | 'rgb' | 'cmyk';
	readonly encoding:
		| { readonly kind: 'jpeg'; readonly inverted: boolean }
		/** PNG rows as they stand in IDAT: a zlib stream with predictors (ISO 32000 7.4.4.4). */
		| { readonly kind: 'png'; readonly bits: number; readonly palette: Uint8Array | null }
		/** Plain rows, eight bits a sample, not yet compressed. */
		| { readonly kind: 'raw' };
	readonly data: Uint8Array;
	/** How the camera was held; absent when upright or unknown. Word states it anew beside the picture. */
	readonly held?: Held;
	/** The file as it was; a JPEG without Exif and other notes. */
	readonly source: Uint8Array;
}

/** Why a picture cannot be printed: its format, damage, or its size. */
export type Unreadable = {
	readonly unreadable: 'emf' | 'wmf' | 'tiff' | 'bmp' | 'gif' | 'webp' | 'svg' | 'unknown' | 'damaged' | 'huge';
};

/** More pixels than a poster of A3 at 600 dpi has: nothing is allocated by a size that a file claims beyond that. */
const MOST_PIXELS = 80_000_000;

type Inflate = (data: Uint8Array, most: number) => Uint8Array;

/** Reads a PNG or JPEG; names what anything else is. Never throws on content. */
export function readImage(bytes: Uint8Array, key: string, inflateRaw: Inflate): PrintImage | Unreadable {
	try {
		if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return readPng(bytes, key, inflateRaw);
		if (startsWith(bytes, [0xff, 0xd8, 0xff])) return readJpeg(bytes, key);
	} catch (error) {
		// RangeError: a read beyond the end or an inflate beyond its budget; Error: corrupt data.
		if (error instanceof Error) return { unreadable: 'damaged' };
		throw error;
	}
	return { unreadable: kindOf(bytes) };
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
	return head.every((value, index) => bytes[index] === value);
}

function kindOf(bytes: Uint8Array): Unreadable['unreadable'] {
	if (startsWith(bytes, [0xd7, 0xcd, 0xc6, 0x9a]) || startsWith(bytes, [1, 0, 9, 0])) return 'wmf';
	if (startsWith(bytes, [1, 0, 0, 0]) && startsWith(bytes.subarray(40), [0x20, 0x45, 0x4d, 0x46])) return 'emf';
	if (startsWith(bytes, [0x49, 0x49, 0x2a, 0]) || startsWith(bytes, [0x4d, 0x4d, 0, 0x2a])) return 'tiff';
	if (startsWith(bytes, [0x42, 0x4d])) return 'bmp';
	if (startsWith(bytes, [0x47, 0x49, 0x46, 0x38])) return 'gif';
	if (startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50]))
		return 'webp';
	if (/^\s*<(?:\?xml|svg|!DOCTYPE svg)/.test(String.fromCharCode(...bytes.subarray(0, 64)))) return 'svg';
	return 'unknown';
}

/** JPEG (ITU-T T.81): size and components from the frame header, density from JFIF, Adobe's inverted CMYK by its marker. */
function readJpeg(bytes: Uint8Array, key: string): PrintImage | Unreadable {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let density = 96;
	let adobe = false;
	let at = 2;
	while (at + 4 <= bytes.length) {
		if (view.getUint8(at) !== 0xff) return { unreadable: 'damaged' };
		const marker = view.getUint8(at + 1);
		if (marker === 0xff) {
			at++;
			continue;
		}
		if (marker === 0xd8 || marker === 1 || (marker >= 0xd0 && marker <= 0xd7)) {
			at += 2;
			continue;
		}
		const length = view.getUint16(at + 2);
		if (length < 2) return { unreadable: 'damaged' };
		if (marker === 0xe0 && length >= 14 && view.getUint32(at + 4) === 0x4a464946) {
			const unit = view.getUint8(at + 11);
			const value = view.getUint16(at + 12);
			if (value > 1 && unit === 1) density = value;
			if (value > 1 && unit === 2) density = value * 2.54;
		}
		if (marker === 0xee && length >= 12 && view.getUint32(at + 4) === 0x41646f62) adobe = true;
		if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
			// Lossless and arithmetic frames are no part of the PDF filter (7.4.8).
			if (marker > 0xc2) return { unreadable: 'unknown' };
			const bits = view.getUint8(at + 4);
			const height = view.getUint16(at + 5);
			const width = view.getUint16(at + 7);
			const components = view.getUint8(at + 9);
			if (bits !== 8 || width === 0 || height === 0 || ![1, 3, 4].includes(components))
				return { unreadable: 'damaged' };
			const data = withoutNotes(bytes);
			const held = heldAs(bytes);
			const color = components === 1 ? 'gray' : components === 3 ? 'rgb' : 'cmyk';
			return {
				key,
				width,
				height,
				density,
				color,
				encoding: { kind: 'jpeg', inverted: components === 4 && adobe },
				data,
				...(held === null ? {} : { held }),
				source: data,
			};
		}
		if (marker === 0xda || marker === 0xd9) break;
		at += 2 + length;
	}
	return { unreadable: 'damaged' };
}

interface Png {
	readonly width: number;
	readonly height: number;
	readonly bits: number;
	readonly type: number;
	readonly interlaced: boolean;
	readonly palette: Uint8Array | null;
	readonly transparency: Uint8Array | null;
	readonly density: number;
	/** The IDAT chunks joined. */
	readonly packed: Uint8Array;
}

/** Samples a pixel by colour type (PNG 11.2.2). */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

function readPng(bytes: Uint8Array, key: string, inflateRaw: Inflate): PrintImage | Unreadable {
	const png = pngChunks(bytes);
	if (png === null) return { unreadable: 'damaged' };
	const { width, height, bits, type, density } = png;
	if (width * height > MOST_PIXELS) return { unreadable: 'huge' };
	const color = type === 0 || type === 4 ? 'gray' : 'rgb';
	const plain = !png.interlaced && png.transparency === null && bits <= 8 && (type === 0 || type === 2 || type === 3);
	if (plain && (type !== 3 || png.palette !== null)) {
		const encoding = { kind: 'png', bits, palette: type === 3 ? png.palette : null } as const;
		return { key, width, height, density, color, encoding, data: png.packed, source: bytes };
	}
	const data = flattened(png, inflateRaw);
	return data === null
		? { unreadable: 'damaged' }
		: { key, width, height, density, color, encoding: { kind: 'raw' }, data, source: bytes };
}

function pngChunks(bytes: Uint8Array): Png | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const parts: Uint8Array[] = [];
	let head: Pick<Png, 'width' | 'height' | 'bits' | 'type' | 'interlaced'> | null = null;
	let palette: Uint8Array | null = null;
	let transparency: Uint8Array | null = null;
	let density = 96;
	for (let at = 8; at + 12 <= bytes.length; ) {
		const length = view.getUint32(at);
		const name = view.getUint32(at + 4);
		const data = bytes.subarray(at + 8, at + 8 + length);
		if (data.length < length) return null;
		if (name === 0x49484452 && length >= 13) {
			head = {
				width: view.getUint32(at + 8),
				height: view.getUint32(at + 12),
				bits: view.getUint8(at + 16),
				type: view.getUint8(at + 17),
				interlaced: view.getUint8(at + 20) === 1,
			};
		} else if (name === 0x504c5445) palette = data;
		else if (name === 0x74524e53) transparency = data;
		else if (name === 0x70485973 && length >= 9 && view.getUint8(at + 16) === 1) {
			const perMetre = view.getUint32(at + 8);
			if (perMetre > 400) density = perMetre * 0.0254;
		} else if (name === 0x49444154) parts.push(data);
		else if (name === 0x49454e44) break;
		at += 12 + length;
	}
	if (head === null || parts.length === 0 || head.width === 0 || head.height === 0) return null;
	if (SAMPLES[head.type] === undefined || ![1, 2, 4, 8, 16].includes(head.bits)) return null;
	const packed = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let to = 0;
	for (const part of parts) {
		packed.set(part, to);
		to += part.length;
	}
	return { ...head, palette, transparency, density, packed };
}

/** Passes of Adam7 (PNG 8.2): first column and row, steps. */
const PASSES: readonly (readonly [number, number, number, number])[] = [
	[0, 0, 8, 8],
	[4, 0, 8, 8],
	[0, 4, 4, 8],
	[2, 0, 4, 4],
	[0, 2, 2, 4],
	[1, 0, 2, 2],
	[0, 1, 1, 2],
];

/** Rows of eight bits a sample on white paper: transparency is printed as paper, PDF/A-1 knows none. */
function flattened(png: Png, inflateRaw: Inflate): Uint8Array | null {
	const { width, height, bits, type, interlaced } = png;
	const samples = SAMPLES[type] ?? 1;
	const channels = type === 0 || type === 4 ? 1 : 3;
	const passes = interlaced ? PASSES : [[0, 0, 1, 1] as const];
	const bytesIn = (columns: number): number => Math.ceil((columns * samples * bits) / 8);
	const sizes = passes.map(([x0, y0, dx, dy]) => ({
		columns: Math.max(0, Math.ceil((width - x0) / dx)),
		rows: Math.max(0, Math.ceil((height - y0) / dy)),
	}));
	const total = sizes.reduce((sum, { columns, rows }) => sum + (columns > 0 ? rows * (bytesIn(columns) + 1) : 0), 0);
	// Two bytes of zlib header go, the checksum after the stream is of no use to us.
	const raw = inflateRaw(png.packed.subarray(2), total);
	if (raw.length < total) return null;
	const out = new Uint8Array(width * height * channels);
	const step = Math.max(1, (samples * bits) >> 3);
	let at = 0;
	passes.forEach(([x0, y0, dx, dy], pass) => {
		const { columns, rows } = sizes[pass] ?? { columns: 0, rows: 0 };
		if (columns === 0) return;
		const length = bytesIn(columns);
		let before: Uint8Array = new Uint8Array(length);
		for (let row = 0; row < rows; row++) {
			const filter = raw[at] ?? 0;
			const line = raw.subarray(at + 1, at + 1 + length);
			at += 1 + length;
			unfilter(filter, line, before, step);
			before = line;
			for (let column = 0; column < columns; column++) {
				putPixel(png, line, column, out, ((y0 + row * dy) * width + x0 + column * dx) * channels);
			}
		}
	});
	return out;
}

/** Undoes the filter of a row in place (PNG 9.2). */
function unfilter(filter: number, line: Uint8Array, before: Uint8Array, step: number): void {
	for (let i = 0; i < line.length; i++) {
		const left = i >= step ? (line[i - step] ?? 0) : 0;
		const up = before[i] ?? 0;
		const corner = i >= step ? (before[i - step] ?? 0) : 0;
		let guess = 0;
		if (filter === 1) guess = left;
		else if (filter === 2) guess = up;
		else if (filter === 3) guess = (left + up) >> 1;
		else if (filter === 4) {
			const p = left + up - corner;
			const a = Math.abs(p - left);
			const b = Math.abs(p - up);
			const c = Math.abs(p - corner);
			guess = a <= b && a <= c ? left : b <= c ? up : corner;
		}
		line[i] = ((line[i] ?? 0) + guess) & 255;
	}
}

function sampleOf(line: Uint8Array, index: number, bits: number): number {
	if (bits === 8) return line[index] ?? 0;
	if (bits === 16) return line[index * 2] ?? 0;
	const per = 8 / bits;
	const byte = line[Math.floor(index / per)] ?? 0;
	return (byte >> (8 - bits * ((index % per) + 1))) & ((1 << bits) - 1);
}

function putPixel(png: Png, line: Uint8Array, column: number, out: Uint8Array, at: number): void {
	const { type, bits, palette, transparency } = png;
	const most = bits < 8 ? (1 << bits) - 1 : 255;
	const onPaper = (value: number, alpha: number): number => Math.round(value * (alpha / 255) + 255 - alpha);
	/** tRNS of types 0 and 2 names the one colour that is transparent, in samples of the image's depth. */
	const hidden = (index: number, sample: number): boolean => {
		if (transparency === null || transparency.length < 2 * index + 2) return false;
		const value = ((transparency[2 * index] ?? 0) << 8) | (transparency[2 * index + 1] ?? 0);
		return (bits === 16 ? value >> 8 : value) === sample;
	};
	if (type === 3) {
		const index = sampleOf(line, column, bits);
		const alpha = transparency?.[index] ?? 255;
		for (let c = 0; c < 3; c++) out[at + c] = onPaper(palette?.[index * 3 + c] ?? 0, alpha);
		return;
	}
	const channels = type === 0 || type === 4 ? 1 : 3;
	const samples = SAMPLES[type] ?? 1;
	const base = column * samples;
	let keyed = transparency !== null && samples === channels;
	for (let c = 0; keyed && c < channels; c++) keyed = hidden(c, sampleOf(line, base + c, bits));
	const alpha = samples > channels ? sampleOf(line, base + channels, bits) : keyed ? 0 : 255;
	for (let c = 0; c < channels; c++) {
		const value = Math.round((sampleOf(line, base + c, bits) * 255) / most);
		out[at + c] = onPaper(value, alpha);
	}
}
