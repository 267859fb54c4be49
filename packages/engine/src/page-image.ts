import { crc32 } from '@bianxu/opc';
import type { World } from '@bianxu/model';

/** Pixels row by row, three bytes each (red, green, blue). */
export interface Pixels {
	readonly width: number;
	readonly height: number;
	readonly rgb: Uint8Array;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Colour types of PNG 1.2, 4.1.1. */
const GREY = 0;
const COLOUR = 2;

/** Picture as a PNG: 8 bits, grey when nothing is coloured, which is a third of the size. */
export function pngOf({ width, height, rgb }: Pixels, world: Pick<World, 'deflate'>): Uint8Array {
	const grey = isGrey(rgb);
	const channels = grey ? 1 : 3;
	const row = width * channels + 1;
	const raw = new Uint8Array(row * height);
	for (let y = 0; y < height; y++) {
		// Filter 0 (none) stands before each row: type on white compresses best without one.
		let to = y * row + 1;
		for (let from = y * width * 3; from < (y + 1) * width * 3; from += grey ? 3 : 1) raw[to++] = rgb[from] ?? 255;
	}
	const head = new Uint8Array(13);
	const view = new DataView(head.buffer);
	view.setUint32(0, width);
	view.setUint32(4, height);
	head[8] = 8;
	head[9] = grey ? GREY : COLOUR;
	const chunks = [chunk('IHDR', head), chunk('IDAT', world.deflate(raw)), chunk('IEND', new Uint8Array(0))];
	const size = chunks.reduce((sum, part) => sum + part.length, SIGNATURE.length);
	const png = new Uint8Array(size);
	png.set(SIGNATURE);
	let at = SIGNATURE.length;
	for (const part of chunks) {
		png.set(part, at);
		at += part.length;
	}
	return png;
}

function isGrey(rgb: Uint8Array): boolean {
	for (let at = 0; at < rgb.length; at += 3) if (rgb[at] !== rgb[at + 1] || rgb[at] !== rgb[at + 2]) return false;
	return true;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
	const bytes = new Uint8Array(data.length + 12);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, data.length);
	for (let at = 0; at < 4; at++) bytes[4 + at] = type.charCodeAt(at);
	bytes.set(data, 8);
	view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)));
	return bytes;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 with padding (RFC 4648, 4). */
export function base64Of(bytes: Uint8Array): string {
	const parts: string[] = [];
	for (let at = 0; at < bytes.length; at += 3) {
		const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
		const left = bytes.length - at;
		parts.push(
			ALPHABET.charAt(a >> 2) + ALPHABET.charAt(((a & 3) << 4) | (b >> 4)),
			left > 1 ? ALPHABET.charAt(((b & 15) << 2) | (c >> 6)) : '=',
			left > 2 ? ALPHABET.charAt(c & 63) : '=',
		);
	}
	return parts.join('');
}
