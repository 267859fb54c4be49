import type { PartText } from './text-encoding.ts';
import type { XmlDocument } from './xml-document.ts';
import { sameBytes, type ZipEntry } from './zip-directory.ts';

/** One part as far as it was asked for: inflated, decoded, scanned. Never changed once it is there. */
export interface PartContent {
	readonly bytes: Uint8Array;
	text?: PartText;
	/** Scanned under the default budgets. */
	xml?: XmlDocument;
}

/**
 * Small parts read before, to be found again by their packed bytes. The papers of one office repeat their styles,
 * settings, footers and relationships byte for byte: a packet of thirty reads them once.
 */
export interface SharedParts {
	readonly find: (packed: Uint8Array, entry: ZipEntry) => PartContent | undefined;
	readonly keep: (packed: Uint8Array, entry: ZipEntry, content: PartContent) => void;
}

/** Larger parts (inflated bytes) are a paper's own text, and so are those that programs name so. */
const LARGEST = 64 * 1024;
const OWN = /(?:^|\/)(?:document|footnotes|endnotes|comments)\d*\.xml$/;
/** Beyond so many inflated bytes the store begins afresh, so that it never holds more than a few megabytes. */
const MOST_BYTES = 1024 * 1024;

/** An empty store. */
export function sharedParts(): SharedParts {
	const kept = new Map<string, { readonly packed: Uint8Array; readonly content: PartContent }>();
	let bytes = 0;
	return {
		find: (packed, entry) => {
			if (isOwn(entry)) return undefined;
			const known = kept.get(keyOf(entry));
			if (known === undefined || known.packed.length !== packed.length) return undefined;
			return sameBytes(packed, 0, known.packed) ? known.content : undefined;
		},
		keep: (packed, entry, content) => {
			if (isOwn(entry)) return;
			if (bytes + entry.size > MOST_BYTES) {
				kept.clear();
				bytes = 0;
			}
			// A copy: the packed bytes are a view of a whole archive, which must not be kept for their sake.
			kept.set(keyOf(entry), { packed: packed.slice(), content });
			bytes += entry.size;
		},
	};
}

function isOwn({ name, size }: ZipEntry): boolean {
	return size > LARGEST || OWN.test(name);
}

/** Whether a directory claims of two entries the same content; the packed bytes tell. */
export function isSameEntry(a: ZipEntry, b: ZipEntry): boolean {
	return a.method === b.method && a.crc === b.crc && a.size === b.size && a.compressedSize === b.compressedSize;
}

/** All that the directory claims about the content; what agrees in it and in every packed byte is the same part. */
function keyOf({ method, crc, size, compressedSize }: ZipEntry): string {
	return `${method} ${crc} ${size} ${compressedSize}`;
}
