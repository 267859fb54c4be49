import type { World } from '@bianxu/model';
import { type Budgets, defaultBudgets } from './budgets.ts';
import { crc32 } from './crc32.ts';
import { printable, refusal, type Refusal } from './refusal.ts';
import { decodePart, decodeUtf8, type PartText, type Utf8Decoder } from './text-encoding.ts';
import { isSameEntry, type PartContent, type SharedParts, sharedParts } from './shared-parts.ts';
import type { XmlDocument } from './xml-document.ts';
import { scanXml } from './xml-scan.ts';
import { readZipDirectory, sameBytes, type ZipDirectory, type ZipEntry } from './zip-directory.ts';

/** What reading a package takes of a `World`: inflating, and faster checks and decoding where the host has them. */
export type InflateHost = Pick<World, 'inflateRaw' | 'crc32' | 'decodeUtf8'>;

/** An opened package: its bytes, its checked directory, and its parts on demand. */
export interface OpcPackage {
	readonly bytes: Uint8Array;
	readonly directory: ZipDirectory;
	readonly budgets: Budgets;
	/** Entries by part name, with a leading slash (`/word/document.xml`); folder entries are no parts. */
	readonly entries: ReadonlyMap<string, ZipEntry>;
	/** Inflates and verifies (size, CRC-32) one part; kept after the first call, and shared with packages that repeat it. */
	readonly read: (part: string) => Uint8Array | Refusal;
	/** The same with what was decoded and scanned of it so far. */
	readonly content: (part: string) => PartContent | Refusal;
	readonly decodeUtf8: Utf8Decoder;
	/** The package that this one was rewritten from, where the caller named it. */
	readonly before: OpcPackage | undefined;
}

/** What each host has read lately; see `SharedParts`. */
const stores = new WeakMap<InflateHost, SharedParts>();

function storeOf(host: InflateHost): SharedParts {
	let store = stores.get(host);
	if (store === undefined) {
		store = sharedParts();
		stores.set(host, store);
	}
	return store;
}

/** True for a refusal among results that are data otherwise. */
export function isRefusal(value: unknown): value is Refusal {
	return typeof value === 'object' && value !== null && 'code' in value && 'message' in value;
}

/**
 * Opens a package (ECMA-376 Part 2) without inflating anything yet: the directory is checked whole, parts are inflated
 * when asked for and verified then. Never throws on content. Of a package that was rewritten from `before`, parts with the
 * same packed bytes are taken from there.
 */
export function openPackage(
	bytes: Uint8Array,
	host: InflateHost,
	budgets: Budgets = defaultBudgets,
	before?: OpcPackage,
): OpcPackage | Refusal {
	const directory = readZipDirectory(bytes, budgets);
	if (isRefusal(directory)) return directory;
	const entries = new Map<string, ZipEntry>();
	for (const entry of directory.entries) if (!entry.name.endsWith('/')) entries.set(`/${entry.name}`, entry);
	const store = storeOf(host);
	const parts = new Map<string, PartContent | Refusal>();
	const contentOf = (part: string): PartContent | Refusal => {
		let content = parts.get(part);
		if (content === undefined) {
			const entry = entries.get(part);
			content =
				entry === undefined
					? refusal('part-missing', `缺少部件“${printable(part)}”`, `part "${printable(part)}" is missing`)
					: (untouched(bytes, entry, part, before) ?? readEntry(bytes, entry, host, store));
			parts.set(part, content);
		}
		return content;
	};
	const read = (part: string): Uint8Array | Refusal => {
		const content = contentOf(part);
		return isRefusal(content) ? content : content.bytes;
	};
	const decode = host.decodeUtf8 ?? decodeUtf8;
	return { bytes, directory, budgets, entries, read, content: contentOf, decodeUtf8: decode, before };
}

/** What the package before has of a part, where the rewriting left its packed bytes alone. */
function untouched(
	bytes: Uint8Array,
	entry: ZipEntry,
	part: string,
	before: OpcPackage | undefined,
): PartContent | Refusal | undefined {
	const old = before?.entries.get(part);
	if (before === undefined || old === undefined || !isSameEntry(entry, old)) return undefined;
	const packed = before.bytes.subarray(old.dataStart, old.dataStart + old.compressedSize);
	return sameBytes(bytes, entry.dataStart, packed) ? before.content(part) : undefined;
}

/** True for a part that stands in the package before just as it does here, and can be read. */
export function isUntouched({ before, content }: OpcPackage, part: string): boolean {
	const here = content(part);
	return before !== undefined && !isRefusal(here) && here === before.content(part);
}

/** Reads and decodes a text part; a refusal names the part. */
export function readPartText(pkg: OpcPackage, part: string): PartText | Refusal {
	const content = pkg.content(part);
	if (isRefusal(content)) return content;
	if (content.text !== undefined) return content.text;
	const text = decodePart(content.bytes, pkg.decodeUtf8);
	if (isRefusal(text)) return inPart(part, text);
	content.text = text;
	return text;
}

/** Reads, decodes and scans an XML part; a refusal names the part. */
export function scanPart(pkg: OpcPackage, part: string): XmlDocument | Refusal {
	const text = readPartText(pkg, part);
	if (isRefusal(text)) return text;
	const content = pkg.content(part);
	const shared = pkg.budgets === defaultBudgets && !isRefusal(content) ? content : undefined;
	if (shared?.xml !== undefined) return shared.xml;
	const xml = scanXml(text.text, pkg.budgets);
	if (isRefusal(xml)) return inPart(part, xml);
	if (shared !== undefined) shared.xml = xml;
	return xml;
}

/** The same refusal with the part's name in front of its messages. */
export function inPart(part: string, { code, message }: Refusal): Refusal {
	return refusal(code, `“${printable(part)}”：${message.zh}`, `"${printable(part)}": ${message.en}`);
}

function readEntry(bytes: Uint8Array, entry: ZipEntry, host: InflateHost, store: SharedParts): PartContent | Refusal {
	const packed = bytes.subarray(entry.dataStart, entry.dataStart + entry.compressedSize);
	const known = store.find(packed, entry);
	if (known !== undefined) return known;
	const inflated = inflateEntry(packed, entry, host);
	if (isRefusal(inflated)) return inflated;
	const content: PartContent = { bytes: inflated };
	store.keep(packed, entry, content);
	return content;
}

function inflateEntry(data: Uint8Array, entry: ZipEntry, host: InflateHost): Uint8Array | Refusal {
	const shown = (): string => printable(entry.name);
	let content: Uint8Array;
	try {
		// The declared size is the budget of this inflate: one byte more is a lie and stops it. 1 is the least zlib takes.
		content = entry.method === 0 ? data : host.inflateRaw(data, Math.max(1, entry.size));
	} catch (error) {
		return error instanceof RangeError
			? refusal(
					'zip-size',
					`“${shown()}”展开后大于目录所称的大小`,
					`"${shown()}" inflates to more than the directory says`,
				)
			: refusal('zip-data', `“${shown()}”压缩数据损坏`, `the compressed data of "${shown()}" is damaged`);
	}
	if (content.length !== entry.size) {
		return refusal(
			'zip-size',
			`“${shown()}”展开后的大小与目录不符（${content.length}，目录为 ${entry.size}）`,
			`"${shown()}" inflates to ${content.length} bytes, the directory says ${entry.size}`,
		);
	}
	if ((host.crc32 ?? crc32)(content) !== entry.crc) {
		return refusal(
			'zip-crc',
			`“${shown()}”校验和（CRC-32）不符，文件已损坏`,
			`CRC-32 of "${shown()}" is wrong: the file is damaged`,
		);
	}
	return content;
}
