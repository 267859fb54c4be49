import { printable, refusal, type Refusal } from './refusal.ts';

/** The encodings OPC allows for XML parts (ECMA-376 Part 2, 8.1.4). */
export type PartEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The text of a part without its byte-order mark, and what is needed to write it back the same way. */
export interface PartText {
	readonly text: string;
	readonly bom: boolean;
	readonly encoding: PartEncoding;
}

/** Text of valid UTF-8, a byte-order mark kept as U+FEFF; undefined for invalid bytes. */
export type Utf8Decoder = (bytes: Uint8Array) => string | undefined;

/**
 * Decodes an XML part. The byte-order mark decides, else UTF-8; invalid bytes are refused, never replaced by U+FFFD,
 * because a replaced byte would be lost on the next save.
 */
export function decodePart(bytes: Uint8Array, ofUtf8: Utf8Decoder = decodeUtf8): PartText | Refusal {
	const wide = (encoding: 'utf-16le' | 'utf-16be', bom: boolean): PartText | Refusal => {
		const body = bom ? bytes.subarray(2) : bytes;
		if (body.length % 2 !== 0) {
			return refusal('encoding-utf16', 'UTF-16 的字节数是奇数', 'UTF-16 with an odd number of bytes');
		}
		try {
			return checkDeclared({ text: decode(encoding, body), bom, encoding });
		} catch {
			return refusal('encoding-utf16', '不是有效的 UTF-16', 'not valid UTF-16');
		}
	};
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return wide('utf-16le', true);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return wide('utf-16be', true);
	// XML 1.0 appendix F: `<?` without a mark.
	if (bytes[0] === 0x3c && bytes[1] === 0) return wide('utf-16le', false);
	if (bytes[0] === 0 && bytes[1] === 0x3c) return wide('utf-16be', false);
	const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
	const text = ofUtf8(bom ? bytes.subarray(3) : bytes);
	if (text !== undefined) return checkDeclared({ text, bom, encoding: 'utf-8' });
	const declared = declaredEncoding(latin1Head(bytes));
	if (declared !== undefined && !/^utf-?8$/i.test(declared)) return undeclarable(declared);
	return refusal('encoding-utf8', '不是有效的 UTF-8', 'not valid UTF-8');
}

/** Encodes text the way it was decoded: same encoding, same byte-order mark. */
export function encodePart(part: PartText): Uint8Array {
	if (part.encoding === 'utf-8') {
		const body = new TextEncoder().encode(part.text);
		if (!part.bom) return body;
		const out = new Uint8Array(body.length + 3);
		out.set([0xef, 0xbb, 0xbf]);
		out.set(body, 3);
		return out;
	}
	const mark = part.bom ? 2 : 0;
	const out = new Uint8Array(part.text.length * 2 + mark);
	const low = part.encoding === 'utf-16le' ? 0 : 1;
	if (part.bom) {
		out[low] = 0xff;
		out[1 - low] = 0xfe;
	}
	for (let i = 0; i < part.text.length; i++) {
		const unit = part.text.charCodeAt(i);
		out[mark + 2 * i + low] = unit & 255;
		out[mark + 2 * i + 1 - low] = unit >>> 8;
	}
	return out;
}

/** One decoder an encoding: making one costs more than decoding a small part. They keep no state between calls. */
const decoders = new Map<PartEncoding, TextDecoder>();

function decode(encoding: PartEncoding, bytes: Uint8Array): string {
	let decoder = decoders.get(encoding);
	if (decoder === undefined) {
		decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
		decoders.set(encoding, decoder);
	}
	return decoder.decode(bytes);
}

/** Decodes UTF-8 with what every host has; see `Utf8Decoder`. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
	try {
		return decode('utf-8', bytes);
	} catch {
		return undefined;
	}
}

function latin1Head(bytes: Uint8Array): string {
	let head = '';
	for (let i = 0; i < Math.min(bytes.length, 200); i++) head += String.fromCharCode(bytes[i] as number);
	return head;
}

function declaredEncoding(text: string): string | undefined {
	if (!text.startsWith('<?xml')) return undefined;
	const head = text.slice(0, 200);
	return /encoding\s{0,20}=\s{0,20}["']([A-Za-z0-9._-]{1,40})["']/.exec(head.slice(0, head.indexOf('?>') + 1))?.[1];
}

function undeclarable(declared: string): Refusal {
	return refusal(
		'encoding-declared',
		`声明的编码“${printable(declared)}”不受支持（只支持 UTF-8 和 UTF-16）`,
		`declared encoding "${printable(declared)}" is not supported (UTF-8 and UTF-16 only)`,
	);
}

function checkDeclared(part: PartText): PartText | Refusal {
	const declared = declaredEncoding(part.text)?.toLowerCase();
	if (declared === undefined) return part;
	// US-ASCII is a subset of UTF-8, and a text that is pure ASCII is right under many names.
	const fits = part.encoding === 'utf-8' ? /^(utf-?8|us-ascii|ascii)$/ : /^utf-?16(le|be)?$/;
	return fits.test(declared) ? part : undeclarable(declared);
}
