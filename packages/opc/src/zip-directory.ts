import type { Budgets } from './budgets.ts';
import { overBudget, printable, refusal, type Refusal } from './refusal.ts';
import { notAnArchive } from './signature.ts';

/** One entry of the archive, as its central directory record says; all positions are byte offsets in the archive. */
export interface ZipEntry {
	readonly name: string;
	/** 0 stored, 8 deflate. */
	readonly method: number;
	readonly crc: number;
	readonly compressedSize: number;
	readonly size: number;
	/** Start of the local header. */
	readonly localStart: number;
	/** Start of the (compressed) data. */
	readonly dataStart: number;
	/** Start and end of the central record. */
	readonly recordStart: number;
	readonly recordEnd: number;
}

/** The directory of an archive that passed every check. */
export interface ZipDirectory {
	readonly entries: readonly ZipEntry[];
	readonly directoryStart: number;
	readonly directoryEnd: number;
	/** Start of the zip64 end record, or -1. */
	readonly end64: number;
	/** Start of the end record. */
	readonly end: number;
}

const u16 = (b: Uint8Array, at: number): number => (b[at] as number) | ((b[at + 1] as number) << 8);
const u32 = (b: Uint8Array, at: number): number => (u16(b, at) | (u16(b, at + 2) << 16)) >>> 0;
/** Infinity for what does not fit exactly: every use compares it with the real file size first. */
const u64 = (b: Uint8Array, at: number): number => {
	const high = u32(b, at + 4);
	return high > 0x1fffff ? Number.POSITIVE_INFINITY : high * 0x1_0000_0000 + u32(b, at);
};

const inconsistent = (zh: string, en: string): Refusal =>
	refusal('zip-inconsistent', `压缩包目录有误：${zh}`, `bad archive directory: ${en}`);

/**
 * Reads and checks the central directory (APPNOTE 4.3) without inflating anything. Everything on which two readers
 * could disagree is refused: overlapping entries, duplicate names, local headers that contradict the directory,
 * zip64 values that do not fit the file, names that are no part names.
 */
export function readZipDirectory(bytes: Uint8Array, budgets: Budgets): ZipDirectory | Refusal {
	if (bytes.length > budgets.fileBytes) return overBudget('fileBytes', budgets, bytes.length);
	const end = findEnd(bytes);
	if (end < 0) return notAnArchive(bytes);
	const bounds = readBounds(bytes, end);
	if ('code' in bounds) return bounds;
	const { count, directoryStart, directoryEnd, end64 } = bounds;
	if (count > budgets.entries) return overBudget('entries', budgets, count);

	const entries: ZipEntry[] = [];
	const names = new Set<string>();
	let at = directoryStart;
	let total = 0;
	for (let i = 0; i < count; i++) {
		if (at + 46 > directoryEnd || u32(bytes, at) !== 0x02014b50) {
			return inconsistent(`登记 ${count} 个条目，实有 ${i} 个`, `${count} entries claimed, ${i} found`);
		}
		const entry = readRecord(bytes, at, directoryStart, directoryEnd, budgets);
		if ('message' in entry) return entry;
		const folded = entry.name.toLowerCase();
		if (names.has(folded)) {
			return refusal(
				'zip-duplicate-name',
				`压缩包内有两个同名条目“${printable(entry.name)}”（不分大小写）`,
				`two entries named "${printable(entry.name)}" (case ignored)`,
			);
		}
		names.add(folded);
		if (entry.size > budgets.partBytes) return overBudget('partBytes', budgets, entry.size, entry.name);
		total += entry.size;
		if (total > budgets.totalBytes) return overBudget('totalBytes', budgets, total);
		entries.push(entry);
		at = entry.recordEnd;
	}
	if (at !== directoryEnd) {
		return inconsistent('目录大小与条目数不符', 'the directory size does not match its entries');
	}
	return overlapOf(entries, directoryStart) ?? { entries, directoryStart, directoryEnd, end64, end };
}

/** The last end record whose comment fits in the file; a comment of up to 65,535 bytes may follow it (4.3.16). */
function findEnd(bytes: Uint8Array): number {
	const lowest = Math.max(0, bytes.length - 22 - 0xffff);
	for (let at = bytes.length - 22; at >= lowest; at--) {
		if (bytes[at] === 0x50 && u32(bytes, at) === 0x06054b50 && at + 22 + u16(bytes, at + 20) <= bytes.length) return at;
	}
	return -1;
}

interface Bounds {
	readonly count: number;
	readonly directoryStart: number;
	readonly directoryEnd: number;
	readonly end64: number;
}

function readBounds(bytes: Uint8Array, end: number): Bounds | Refusal {
	// Bytes after the end record let two readers find two different end records.
	if (end + 22 + u16(bytes, end + 20) !== bytes.length) {
		return inconsistent('结尾之后还有多余内容（文件可能已损坏）', 'extra bytes after the end record (damaged file?)');
	}
	if (u16(bytes, end + 4) !== 0 || u16(bytes, end + 6) !== 0) {
		return refusal('zip-multi-disk', '不支持分卷压缩包', 'archives in several volumes are not supported');
	}
	let count = u16(bytes, end + 10);
	let size = u32(bytes, end + 12);
	let start = u32(bytes, end + 16);
	let limit = end;
	let end64 = -1;
	const needs64 = count === 0xffff || size === 0xffffffff || start === 0xffffffff;
	const hasLocator = end >= 20 && u32(bytes, end - 20) === 0x07064b50;
	if (needs64 && !hasLocator) {
		return inconsistent('缺少 ZIP64 结尾记录', 'the ZIP64 end record is missing');
	}
	if (hasLocator) {
		end64 = u64(bytes, end - 20 + 8);
		if (end64 + 56 > end - 20 || u32(bytes, end64) !== 0x06064b50) {
			return inconsistent('ZIP64 结尾记录位置不对', 'the ZIP64 end record is not where its locator says');
		}
		count = u64(bytes, end64 + 32);
		size = u64(bytes, end64 + 40);
		start = u64(bytes, end64 + 48);
		limit = end64;
	} else if (u16(bytes, end + 8) !== count) {
		return inconsistent('条目数前后不一', 'two different entry counts');
	}
	if (start + size > limit) return inconsistent('目录超出文件', 'the directory lies outside the file');
	return { count, directoryStart: start, directoryEnd: start + size, end64 };
}

function readRecord(
	bytes: Uint8Array,
	at: number,
	directoryStart: number,
	directoryEnd: number,
	budgets: Budgets,
): ZipEntry | Refusal {
	const flags = u16(bytes, at + 8);
	const method = u16(bytes, at + 10);
	const nameLength = u16(bytes, at + 28);
	const extraLength = u16(bytes, at + 30);
	const recordEnd = at + 46 + nameLength + extraLength + u16(bytes, at + 32);
	if (recordEnd > directoryEnd) return inconsistent('条目超出目录', 'an entry runs past the directory');
	const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
	if (nameLength > budgets.nameBytes) return overBudget('nameBytes', budgets, nameLength);
	const name = decodeName(nameBytes);
	const badName = nameProblem(name);
	if (badName !== undefined) return badName;
	// Spelled out only for a message.
	const shown = (): string => printable(name);
	if ((flags & 0x2041) !== 0) {
		return refusal(
			'zip-encrypted',
			`“${shown()}”已加密：文件有密码保护`,
			`"${shown()}" is encrypted: the file has a password`,
		);
	}
	if (method !== 0 && method !== 8) {
		return refusal(
			'zip-method',
			`“${shown()}”用了不支持的压缩方法 ${method}`,
			`"${shown()}" uses compression method ${method}, which is not supported`,
		);
	}
	let size = u32(bytes, at + 24);
	let compressedSize = u32(bytes, at + 20);
	let localStart = u32(bytes, at + 42);
	if (size === 0xffffffff || compressedSize === 0xffffffff || localStart === 0xffffffff) {
		const field = findZip64(bytes, at + 46 + nameLength, extraLength);
		let next = field.start;
		const take = (value: number): number => {
			if (value !== 0xffffffff) return value;
			if (next < 0 || next + 8 > field.end) return Number.NaN;
			next += 8;
			return u64(bytes, next - 8);
		};
		size = take(size);
		compressedSize = take(compressedSize);
		localStart = take(localStart);
		if (Number.isNaN(size + compressedSize + localStart)) {
			return inconsistent(`“${shown()}”缺少 ZIP64 字段`, `"${shown()}" lacks its ZIP64 field`);
		}
	}
	if (method === 0 && size !== compressedSize) {
		return inconsistent(`“${shown()}”存储大小前后不一`, `"${shown()}" is stored with two different sizes`);
	}
	// A claim is only a number until here: now it has to fit the file.
	if (localStart + 30 > directoryStart || compressedSize > directoryStart) {
		return inconsistent(`“${shown()}”超出文件`, `"${shown()}" lies outside the file`);
	}
	if (u32(bytes, localStart) !== 0x04034b50) {
		return inconsistent(`“${shown()}”没有本地头`, `"${shown()}" has no local header`);
	}
	const localName = u16(bytes, localStart + 26);
	const dataStart = localStart + 30 + localName + u16(bytes, localStart + 28);
	if (dataStart + compressedSize > directoryStart) {
		return inconsistent(`“${shown()}”超出文件`, `"${shown()}" lies outside the file`);
	}
	if (localName !== nameLength || !sameBytes(bytes, localStart + 30, nameBytes)) {
		return refusal(
			'zip-name-differs',
			`“${shown()}”在本地头里是另一个名字`,
			`"${shown()}" has another name in its local header`,
		);
	}
	const crc = u32(bytes, at + 16);
	const problem = localProblem(bytes, localStart, { method, crc, size, compressedSize });
	if (problem)
		return inconsistent(`“${shown()}”的本地头与目录不符`, `the local header of "${shown()}" contradicts the directory`);
	return { name, method, crc, compressedSize, size, localStart, dataStart, recordStart: at, recordEnd };
}

/** Whether the bytes from `at` on are the expected ones. */
export function sameBytes(bytes: Uint8Array, at: number, expected: Uint8Array): boolean {
	for (let i = 0; i < expected.length; i++) if (bytes[at + i] !== expected[i]) return false;
	return true;
}

/** With a data descriptor (flag bit 3) the local values may be 0; zip64 sentinels stand for a field of their own. */
function localProblem(
	bytes: Uint8Array,
	at: number,
	record: { method: number; crc: number; size: number; compressedSize: number },
): boolean {
	const flags = u16(bytes, at + 6);
	const streamed = (flags & 8) !== 0;
	const agrees = (value: number, expected: number): boolean =>
		value === expected || value === 0xffffffff || (streamed && value === 0);
	return (
		(flags & 0x2041) !== 0 ||
		u16(bytes, at + 8) !== record.method ||
		!(u32(bytes, at + 14) === record.crc || (streamed && u32(bytes, at + 14) === 0)) ||
		!agrees(u32(bytes, at + 18), record.compressedSize) ||
		!agrees(u32(bytes, at + 22), record.size)
	);
}

/** Bounds of the ZIP64 extended information field (id 1, APPNOTE 4.5.3), or start -1. */
export function findZip64(bytes: Uint8Array, start: number, length: number): { start: number; end: number } {
	let at = start;
	while (at + 4 <= start + length) {
		const end = at + 4 + u16(bytes, at + 2);
		if (end > start + length) break;
		if (u16(bytes, at) === 1) return { start: at + 4, end };
		at = end;
	}
	return { start: -1, end: -1 };
}

// Names are keys in a map, never paths on disk. Most are ASCII; UTF-8 is tried whatever flag bit 11 says, since many
// producers forget it; what is not UTF-8 keeps one character a byte.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeName(bytes: Uint8Array): string {
	try {
		return utf8.decode(bytes);
	} catch {
		let name = '';
		for (const byte of bytes) name += String.fromCharCode(byte);
		return name;
	}
}

function nameProblem(name: string): Refusal | undefined {
	const bad = (zh: string, en: string): Refusal =>
		refusal(
			'zip-bad-name',
			`压缩包内条目名不合法（${zh}）：“${printable(name)}”`,
			`bad entry name (${en}): "${printable(name)}"`,
		);
	if (name === '') return bad('空名', 'empty');
	for (let i = 0; i < name.length; i++) {
		const c = name.charCodeAt(i);
		if (c < 0x20 || c === 0x7f) return bad('含控制字符', 'control character');
		if (c === 0x5c) return bad('含反斜杠', 'backslash');
	}
	if (name.startsWith('/')) return bad('绝对路径', 'absolute path');
	if (/^[A-Za-z]:/.test(name)) return bad('含盘符', 'drive letter');
	if (name.split('/').includes('..')) return bad('含“..”', 'contains ".."');
	return undefined;
}

function overlapOf(entries: readonly ZipEntry[], directoryStart: number): Refusal | undefined {
	const sorted = [...entries].sort((a, b) => a.localStart - b.localStart);
	for (let i = 0; i < sorted.length; i++) {
		const entry = sorted[i] as ZipEntry;
		const limit = sorted[i + 1]?.localStart ?? directoryStart;
		if (entry.dataStart + entry.compressedSize > limit) {
			return refusal(
				'zip-overlap',
				`压缩包内条目互相重叠：“${printable(entry.name)}”`,
				`entries overlap: "${printable(entry.name)}"`,
			);
		}
	}
	return undefined;
}
