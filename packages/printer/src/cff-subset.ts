/**
 * Subset of a CID-keyed CFF font program (Adobe Technical Note 5176), the kind that Chinese .otf fonts are. Charstrings
 * are copied as they are, so a glyph cannot break; fontkit interprets every outline instead, ten times slower.
 */

/** Operators of the Top DICT that are rewritten; two-byte operators are 1200 + second byte. */
const CHARSET = 15;
const ENCODING = 16;
const CHARSTRINGS = 17;
const PRIVATE = 18;
const SUBRS = 19;
const ROS = 1230;
const CID_COUNT = 1234;
const FD_ARRAY = 1236;
const FD_SELECT = 1237;

interface Index {
	/** Absolute start of each object, and the end of the last: count + 1 entries; [] when empty. */
	readonly offsets: Uint32Array;
	readonly start: number;
	readonly end: number;
}

interface Entry {
	readonly operator: number;
	readonly operands: readonly number[];
	/** Operands and operator as they stand. */
	readonly raw: Uint8Array;
}

/** True for a CID-keyed program (it has a ROS operator), the kind of all large Chinese fonts. Throws RangeError. */
export function isCidKeyed(cff: Uint8Array): boolean {
	const names = readIndex(cff, byteAt(cff, 2));
	const tops = readIndex(cff, names.end);
	return operandOf(readDict(cff, at(tops, 0), at(tops, 1)), ROS, 0) !== null;
}

/**
 * The program with only `glyphs` (original ids, ascending, beginning with 0); their new ids, which are also their CIDs,
 * are their places in the list. null when the program is not CID-keyed. Throws RangeError on damaged data.
 */
export function subsetCff(cff: Uint8Array, glyphs: readonly number[]): Uint8Array | null {
	const names = readIndex(cff, byteAt(cff, 2));
	const tops = readIndex(cff, names.end);
	const strings = readIndex(cff, tops.end);
	const globals = readIndex(cff, strings.end);
	const top = readDict(cff, at(tops, 0), at(tops, 1));
	if (operandOf(top, ROS, 0) === null) return null;
	const charStrings = readIndex(cff, needed(top, CHARSTRINGS));
	const count = charStrings.offsets.length - 1;
	const fdOf = readFdSelect(cff, needed(top, FD_SELECT), count);
	const fonts = readIndex(cff, needed(top, FD_ARRAY));

	const header = cff.subarray(0, byteAt(cff, 2));
	const fixed = [
		cff.subarray(names.start, names.end),
		cff.subarray(strings.start, strings.end),
		cff.subarray(globals.start, globals.end),
	] as const;
	const topSize = topDict(top, { charset: 0, charStrings: 0, fdSelect: 0, fdArray: 0, count: glyphs.length }).length;
	const topIndexSize = 2 + 1 + 8 + topSize;
	const charset = charsetOf(glyphs.length);
	const select = Uint8Array.from([0, ...glyphs.map((glyph) => fdOf[glyph] ?? 0)]);
	const outlines = writeIndex(glyphs.map((glyph) => cff.subarray(at(charStrings, glyph), at(charStrings, glyph + 1))));

	const charsetAt = header.length + fixed[0].length + topIndexSize + fixed[1].length + fixed[2].length;
	const selectAt = charsetAt + charset.length;
	const outlinesAt = selectAt + select.length;
	let next = outlinesAt + outlines.length;
	const privates: Uint8Array[] = [];
	const dicts: Uint8Array[] = [];
	for (let i = 0; i + 1 < fonts.offsets.length; i++) {
		const dict = readDict(cff, at(fonts, i), at(fonts, i + 1));
		const made = privateOf(cff, dict);
		dicts.push(
			concat([
				...dict.filter((entry) => entry.operator !== PRIVATE).map((entry) => entry.raw),
				int(made.size),
				int(next),
				Uint8Array.of(PRIVATE),
			]),
		);
		privates.push(made.bytes);
		next += made.bytes.length;
	}
	const newTop = topDict(top, {
		charset: charsetAt,
		charStrings: outlinesAt,
		fdSelect: selectAt,
		fdArray: next,
		count: glyphs.length,
	});
	return concat([
		header,
		fixed[0],
		fixedIndex(newTop),
		fixed[1],
		fixed[2],
		charset,
		select,
		outlines,
		...privates,
		writeIndex(dicts),
	]);
}

function byteAt(data: Uint8Array, index: number): number {
	const value = data[index];
	if (value === undefined) throw new RangeError('cff: unexpected end');
	return value;
}

function numberAt(data: Uint8Array, start: number, size: number): number {
	let value = 0;
	for (let i = 0; i < size; i++) value = value * 256 + byteAt(data, start + i);
	return value;
}

function at(index: Index, item: number): number {
	const offset = index.offsets[item];
	if (offset === undefined) throw new RangeError('cff: no such object');
	return offset;
}

function readIndex(data: Uint8Array, start: number): Index {
	const count = numberAt(data, start, 2);
	if (count === 0) return { offsets: new Uint32Array(0), start, end: start + 2 };
	const size = byteAt(data, start + 2);
	const base = start + 3 + (count + 1) * size - 1;
	if (size < 1 || size > 4 || base > data.length) throw new RangeError('cff: bad index');
	const offsets = new Uint32Array(count + 1);
	for (let i = 0; i <= count; i++) offsets[i] = base + numberAt(data, start + 3 + i * size, size);
	const end = offsets[count] ?? 0;
	if (end > data.length) throw new RangeError('cff: bad index');
	return { offsets, start, end };
}

function readDict(data: Uint8Array, start: number, end: number): readonly Entry[] {
	const entries: Entry[] = [];
	let operands: number[] = [];
	let from = start;
	for (let i = start; i < end; ) {
		const first = byteAt(data, i);
		if (first <= 21) {
			const operator = first === 12 ? 1200 + byteAt(data, i + 1) : first;
			i += first === 12 ? 2 : 1;
			entries.push({ operator, operands, raw: data.subarray(from, i) });
			operands = [];
			from = i;
		} else if (first === 28) {
			operands.push((numberAt(data, i + 1, 2) << 16) >> 16);
			i += 3;
		} else if (first === 29) {
			operands.push(numberAt(data, i + 1, 4) | 0);
			i += 5;
		} else if (first === 30) {
			// A real number: nibbles up to 0xf. None of the operators that are rewritten has one.
			i++;
			while ((byteAt(data, i) & 15) !== 15 && byteAt(data, i) >> 4 !== 15) i++;
			i++;
			operands.push(Number.NaN);
		} else if (first <= 246) {
			operands.push(first - 139);
			i++;
		} else {
			const second = byteAt(data, i + 1);
			operands.push(first <= 250 ? (first - 247) * 256 + second + 108 : -(first - 251) * 256 - second - 108);
			i += 2;
		}
	}
	return entries;
}

function operandOf(dict: readonly Entry[], operator: number, index: number): number | null {
	return dict.find((entry) => entry.operator === operator)?.operands[index] ?? null;
}

function needed(dict: readonly Entry[], operator: number): number {
	const value = operandOf(dict, operator, 0);
	if (value === null || value <= 0) throw new RangeError('cff: incomplete');
	return value;
}

/** Font DICT of each glyph: formats 0 and 3. */
function readFdSelect(data: Uint8Array, start: number, count: number): Uint8Array {
	const format = byteAt(data, start);
	if (format === 0) return data.subarray(start + 1, start + 1 + count);
	if (format !== 3) throw new RangeError('cff: unknown FDSelect');
	const select = new Uint8Array(count);
	const ranges = numberAt(data, start + 1, 2);
	for (let i = 0; i < ranges; i++) {
		const record = start + 3 + 3 * i;
		select.fill(byteAt(data, record + 2), numberAt(data, record, 2), numberAt(data, record + 3, 2));
	}
	return select;
}

/** A Private DICT followed by its local subroutines, which keep their numbers. */
function privateOf(data: Uint8Array, dict: readonly Entry[]): { readonly bytes: Uint8Array; readonly size: number } {
	const size = operandOf(dict, PRIVATE, 0) ?? 0;
	const start = operandOf(dict, PRIVATE, 1) ?? 0;
	const entries = size === 0 ? [] : readDict(data, start, start + size);
	const subrs = operandOf(entries, SUBRS, 0);
	const rest = entries.filter((entry) => entry.operator !== SUBRS).map((entry) => entry.raw);
	if (subrs === null) return { bytes: concat(rest), size: rest.reduce((sum, raw) => sum + raw.length, 0) };
	const index = readIndex(data, start + subrs);
	const own = rest.reduce((sum, raw) => sum + raw.length, 0) + 6;
	return { bytes: concat([...rest, int(own), Uint8Array.of(SUBRS), data.subarray(index.start, index.end)]), size: own };
}

interface Offsets {
	readonly charset: number;
	readonly charStrings: number;
	readonly fdSelect: number;
	readonly fdArray: number;
	readonly count: number;
}

/** The Top DICT with new offsets, each five bytes long, so that its size does not depend on them. */
function topDict(top: readonly Entry[], offsets: Offsets): Uint8Array {
	const rewritten = new Set([CHARSET, ENCODING, CHARSTRINGS, FD_ARRAY, FD_SELECT, CID_COUNT]);
	const two = (operator: number): Uint8Array => Uint8Array.of(12, operator - 1200);
	return concat([
		...top.filter((entry) => !rewritten.has(entry.operator)).map((entry) => entry.raw),
		int(offsets.count),
		two(CID_COUNT),
		int(offsets.charset),
		Uint8Array.of(CHARSET),
		int(offsets.charStrings),
		Uint8Array.of(CHARSTRINGS),
		int(offsets.fdSelect),
		two(FD_SELECT),
		int(offsets.fdArray),
		two(FD_ARRAY),
	]);
}

/** CIDs equal to glyph ids: one range after .notdef (format 2). */
function charsetOf(count: number): Uint8Array {
	if (count < 2) return Uint8Array.of(0);
	const left = count - 2;
	return Uint8Array.of(2, 0, 1, left >> 8, left & 255);
}

function int(value: number): Uint8Array {
	return Uint8Array.of(29, (value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
}

/** An index of one object with four-byte offsets: its size is known before the offsets in it are. */
function fixedIndex(object: Uint8Array): Uint8Array {
	const end = object.length + 1;
	return concat([
		Uint8Array.of(0, 1, 4, 0, 0, 0, 1, (end >>> 24) & 255, (end >>> 16) & 255, (end >>> 8) & 255, end & 255),
		object,
	]);
}

function writeIndex(objects: readonly Uint8Array[]): Uint8Array {
	if (objects.length === 0) return Uint8Array.of(0, 0);
	const total = objects.reduce((sum, object) => sum + object.length, 0) + 1;
	const size = total < 0x100 ? 1 : total < 0x10000 ? 2 : total < 0x1000000 ? 3 : 4;
	const head = new Uint8Array(3 + (objects.length + 1) * size);
	head[0] = objects.length >> 8;
	head[1] = objects.length & 255;
	head[2] = size;
	let offset = 1;
	for (let i = 0; i <= objects.length; i++) {
		for (let k = 0; k < size; k++) head[3 + i * size + k] = (offset >>> (8 * (size - 1 - k))) & 255;
		offset += objects[i]?.length ?? 0;
	}
	return concat([head, ...objects]);
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
	const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let offset = 0;
	for (const part of parts) {
		all.set(part, offset);
		offset += part.length;
	}
	return all;
}
