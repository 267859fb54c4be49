import type { World } from '@bianxu/model';
import { crc32 as ownCrc32 } from './crc32.ts';
import type { OpcPackage } from './package.ts';
import { findZip64, type ZipEntry } from './zip-directory.ts';

/** Raw deflate as `World` offers it, and its CRC-32 where it has one. */
export type DeflateHost = Pick<World, 'deflateRaw' | 'crc32'>;

/** A new entry's date when nothing else says: 1980-01-01 00:00, the first that zip can hold. Never the clock. */
const DOS_EPOCH = { time: 0, date: 0x21 };

/**
 * Writes the package again with some parts changed and some added. Entries that do not change are copied raw, local
 * header, data descriptor and gaps included; changed ones keep method, names, times, attributes and comments. Central
 * directory and end record keep everything but offsets, sizes and checksums. Deterministic; with nothing to change the
 * result has the same bytes.
 * @param changed content by part name; each must be in the package.
 * @param added content by part name for new parts; appended in the given order, deflated.
 * @throws RangeError for a changed part that is not there or an added one that is.
 */
export function rewritePackage(
	pkg: OpcPackage,
	changed: ReadonlyMap<string, Uint8Array>,
	host: DeflateHost,
	added: ReadonlyMap<string, Uint8Array> = new Map(),
): Uint8Array {
	if (changed.size === 0 && added.size === 0) return pkg.bytes;
	const { bytes, directory } = pkg;
	const crc32 = host.crc32 ?? ownCrc32;
	const replacements = new Map<ZipEntry, Uint8Array>();
	for (const [part, content] of changed) {
		const entry = pkg.entries.get(part);
		if (entry === undefined) throw new RangeError(`no part ${part} to change`);
		replacements.set(entry, content);
	}
	for (const part of added.keys()) if (pkg.entries.has(part)) throw new RangeError(`part ${part} exists already`);

	const chunks: Uint8Array[] = [];
	let at = 0;
	const push = (chunk: Uint8Array): void => {
		chunks.push(chunk);
		at += chunk.length;
	};
	const sorted = [...directory.entries].sort((a, b) => a.localStart - b.localStart);
	// What stands before the first entry (a self-extractor's stub) stays; offsets count from the start of the file.
	push(bytes.subarray(0, sorted[0]?.localStart ?? directory.directoryStart));
	const placed = new Map<ZipEntry, Placed>();
	sorted.forEach((entry, index) => {
		const limit = sorted[index + 1]?.localStart ?? directory.directoryStart;
		const content = replacements.get(entry);
		const localStart = at;
		if (content === undefined) {
			push(bytes.subarray(entry.localStart, limit));
			placed.set(entry, { localStart });
			return;
		}
		const data = entry.method === 0 ? content : host.deflateRaw(content);
		const crc = crc32(content);
		push(changedLocalHeader(bytes, entry, crc, data.length, content.length));
		push(data);
		placed.set(entry, { localStart, crc, compressedSize: data.length, size: content.length });
	});
	const records = directory.entries.map((entry) => centralRecord(bytes, entry, placed.get(entry) as Placed));
	for (const [part, content] of added) {
		const name = new TextEncoder().encode(part.slice(1));
		const data = host.deflateRaw(content);
		const localStart = at;
		const header = newHeader(name, crc32(content), data.length, content.length);
		push(localFrom(header, name));
		push(data);
		records.push(centralFrom(header, name, localStart));
	}
	const directoryStart = at;
	for (const record of records) push(record);
	push(endRecords(pkg, records.length, directoryStart, at - directoryStart));

	const out = new Uint8Array(at);
	let offset = 0;
	for (const chunk of chunks) {
		out.set(chunk, offset);
		offset += chunk.length;
	}
	return out;
}

interface Placed {
	readonly localStart: number;
	readonly crc?: number;
	readonly compressedSize?: number;
	readonly size?: number;
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The extra field of a record without its ZIP64 part: the new sizes fit 32 bits. */
function withoutZip64(extra: Uint8Array): Uint8Array {
	const field = findZip64(extra, 0, extra.length);
	if (field.start < 0) return extra;
	const out = new Uint8Array(extra.length - (field.end - field.start + 4));
	out.set(extra.subarray(0, field.start - 4));
	out.set(extra.subarray(field.end), field.start - 4);
	return out;
}

function changedLocalHeader(
	bytes: Uint8Array,
	entry: ZipEntry,
	crc: number,
	compressedSize: number,
	size: number,
): Uint8Array {
	const head = view(bytes.subarray(entry.localStart, entry.dataStart));
	const nameLength = head.getUint16(26, true);
	const extra = withoutZip64(bytes.subarray(entry.localStart + 30 + nameLength, entry.dataStart));
	const out = new Uint8Array(30 + nameLength + extra.length);
	out.set(bytes.subarray(entry.localStart, entry.localStart + 30 + nameLength));
	out.set(extra, 30 + nameLength);
	const v = view(out);
	// Sizes are known now: no data descriptor follows.
	v.setUint16(6, head.getUint16(6, true) & ~8, true);
	v.setUint32(14, crc, true);
	v.setUint32(18, compressedSize, true);
	v.setUint32(22, size, true);
	v.setUint16(28, extra.length, true);
	return out;
}

function centralRecord(bytes: Uint8Array, entry: ZipEntry, placed: Placed): Uint8Array {
	const record = bytes.subarray(entry.recordStart, entry.recordEnd);
	if (placed.crc === undefined && placed.localStart === entry.localStart) return record;
	const old = view(record);
	const nameLength = old.getUint16(28, true);
	const extraLength = old.getUint16(30, true);
	if (placed.crc === undefined) {
		const out = record.slice();
		const v = view(out);
		if (v.getUint32(42, true) !== 0xffffffff) v.setUint32(42, placed.localStart, true);
		else {
			// The offset stands in the ZIP64 field, after the sizes that are sentinels too (APPNOTE 4.5.3).
			const field = findZip64(out, 46 + nameLength, extraLength);
			const sizes = [20, 24].filter((position) => v.getUint32(position, true) === 0xffffffff).length;
			v.setBigUint64(field.start + 8 * sizes, BigInt(placed.localStart), true);
		}
		return out;
	}
	const extra = withoutZip64(record.subarray(46 + nameLength, 46 + nameLength + extraLength));
	const comment = record.subarray(46 + nameLength + extraLength);
	const out = new Uint8Array(46 + nameLength + extra.length + comment.length);
	out.set(record.subarray(0, 46 + nameLength));
	out.set(extra, 46 + nameLength);
	out.set(comment, 46 + nameLength + extra.length);
	const v = view(out);
	v.setUint16(8, old.getUint16(8, true) & ~8, true);
	v.setUint32(16, placed.crc, true);
	v.setUint32(20, placed.compressedSize ?? 0, true);
	v.setUint32(24, placed.size ?? 0, true);
	v.setUint16(30, extra.length, true);
	v.setUint32(42, placed.localStart, true);
	return out;
}

/** The 26 bytes that local and central headers share, from "version needed" on, for a new deflated entry. */
function newHeader(name: Uint8Array, crc: number, compressedSize: number, size: number): Uint8Array {
	const out = new Uint8Array(26);
	const v = view(out);
	v.setUint16(0, 20, true);
	v.setUint16(2, name.some((byte) => byte > 127) ? 0x800 : 0, true);
	v.setUint16(4, 8, true);
	v.setUint16(6, DOS_EPOCH.time, true);
	v.setUint16(8, DOS_EPOCH.date, true);
	v.setUint32(10, crc, true);
	v.setUint32(14, compressedSize, true);
	v.setUint32(18, size, true);
	v.setUint16(22, name.length, true);
	return out;
}

function localFrom(header: Uint8Array, name: Uint8Array): Uint8Array {
	const out = new Uint8Array(30 + name.length);
	view(out).setUint32(0, 0x04034b50, true);
	out.set(header, 4);
	out.set(name, 30);
	return out;
}

function centralFrom(header: Uint8Array, name: Uint8Array, localStart: number): Uint8Array {
	const out = new Uint8Array(46 + name.length);
	const v = view(out);
	v.setUint32(0, 0x02014b50, true);
	v.setUint16(4, 20, true);
	out.set(header, 6);
	v.setUint32(42, localStart, true);
	out.set(name, 46);
	return out;
}

function endRecords(pkg: OpcPackage, count: number, start: number, size: number): Uint8Array {
	const { bytes, directory } = pkg;
	const from = directory.end64 >= 0 ? directory.end64 : directory.directoryEnd;
	const out = bytes.slice(from);
	const v = view(out);
	if (directory.end64 >= 0) {
		v.setBigUint64(24, BigInt(count), true);
		v.setBigUint64(32, BigInt(count), true);
		v.setBigUint64(40, BigInt(size), true);
		v.setBigUint64(48, BigInt(start), true);
		v.setBigUint64(directory.end - 20 - from + 8, BigInt(start + size), true);
	}
	const end = directory.end - from;
	if (v.getUint16(end + 10, true) !== 0xffff) {
		v.setUint16(end + 8, count, true);
		v.setUint16(end + 10, count, true);
	}
	if (v.getUint32(end + 12, true) !== 0xffffffff) v.setUint32(end + 12, size, true);
	if (v.getUint32(end + 16, true) !== 0xffffffff) v.setUint32(end + 16, start, true);
	return out;
}
