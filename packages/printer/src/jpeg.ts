/** JPEG files (ITU-T T.81) segment by segment: what a print keeps of them, and how a camera held them. */

/** Markers: application segments, comment, start of a scan, end of the image. */
const APP0 = 0xe0;
const APP15 = 0xef;
const COMMENT = 0xfe;
const SCAN = 0xda;
const END = 0xd9;
/** JFIF, the colour profile, and Adobe's word on how colours are coded: pixels mean something else without them. */
const KEPT: ReadonlyMap<number, string> = new Map([
	[APP0, 'JF'],
	[0xe2, 'ICC_PROFILE'],
	[0xee, 'Adobe'],
]);

/** True for markers without a segment: restart marks, the start of the image, TEM. */
function isBare(marker: number): boolean {
	return marker === 0xd8 || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
}

/**
 * The file without what cameras and programs note down beside the picture: Exif with place and owner, XMP, IPTC, previews,
 * comments, and whatever lies behind its end. The picture itself is copied byte for byte. A file that breaks off is kept
 * from the break on. A print goes to many hands; who took a picture, and where, goes to none.
 */
export function withoutNotes(bytes: Uint8Array): Uint8Array {
	const kept: Uint8Array[] = [];
	let from = 0;
	let at = 2;
	while (at + 1 < bytes.length) {
		const marker = bytes[at + 1] ?? 0;
		if (bytes[at] !== 0xff) break;
		if (marker === 0xff) {
			at++;
			continue;
		}
		if (marker === END) {
			kept.push(bytes.subarray(from, at + 2));
			return joined(kept, bytes);
		}
		if (isBare(marker)) {
			at += 2;
			continue;
		}
		const end = at + 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
		if (end < at + 4 || end > bytes.length) break;
		const noted = marker === COMMENT || (marker >= APP0 && marker <= APP15 && !isKept(bytes, at + 4, marker));
		if (noted) {
			kept.push(bytes.subarray(from, at));
			from = end;
		}
		at = marker === SCAN ? endOfScan(bytes, end) : end;
	}
	kept.push(bytes.subarray(from));
	return joined(kept, bytes);
}

function isKept(bytes: Uint8Array, start: number, marker: number): boolean {
	const name = KEPT.get(marker);
	return name !== undefined && [...name].every((letter, index) => bytes[start + index] === letter.charCodeAt(0));
}

/** Place of the next marker behind the coded pixels of a scan: 0xFF that is followed by neither 0 nor a restart mark. */
function endOfScan(bytes: Uint8Array, start: number): number {
	let at = bytes.indexOf(0xff, start);
	while (at >= 0 && at + 1 < bytes.length) {
		const next = bytes[at + 1] ?? 0;
		if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
		at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2));
	}
	return bytes.length;
}

function joined(parts: readonly Uint8Array[], whole: Uint8Array): Uint8Array {
	const length = parts.reduce((sum, part) => sum + part.length, 0);
	if (length === whole.length) return whole;
	const out = new Uint8Array(length);
	let at = 0;
	for (const part of parts) {
		out.set(part, at);
		at += part.length;
	}
	return out;
}

/** How a camera was held (Exif 2.3, tag Orientation): degrees clockwise to turn the picture by, after mirroring it. */
export interface Held {
	readonly degrees: number;
	readonly mirrored: boolean;
}

const HELD: readonly Held[] = [
	{ degrees: 0, mirrored: false },
	{ degrees: 0, mirrored: true },
	{ degrees: 180, mirrored: false },
	{ degrees: 180, mirrored: true },
	{ degrees: 270, mirrored: true },
	{ degrees: 90, mirrored: false },
	{ degrees: 90, mirrored: true },
	{ degrees: 270, mirrored: false },
];
const ORIENTATION = 0x0112;

/** How the camera was held that took a picture; null when the file does not say, or upright. Never throws. */
export function heldAs(bytes: Uint8Array): Held | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (let at = 2; at + 4 <= bytes.length && view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
		const marker = view.getUint8(at + 1);
		if (marker === SCAN || marker === END || view.getUint16(at + 2) < 2) return null;
		if (marker !== 0xe1 || at + 18 > bytes.length || view.getUint32(at + 4) !== 0x45786966) continue;
		const tiff = at + 10;
		const little = view.getUint16(tiff) === 0x4949;
		const directory = tiff + view.getUint32(tiff + 4, little);
		if (directory + 2 > bytes.length) return null;
		const count = view.getUint16(directory, little);
		for (let entry = 0; entry < count; entry++) {
			const place = directory + 2 + 12 * entry;
			if (place + 10 > bytes.length) return null;
			if (view.getUint16(place, little) !== ORIENTATION) continue;
			const value = view.getUint16(place + 8, little);
			return value === 1 ? null : (HELD[value - 1] ?? null);
		}
		return null;
	}
	return null;
}
