import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heldAs, withoutNotes } from '../src/jpeg.ts';

const text = (words: string): readonly number[] => [...Buffer.from(words)];
const segment = (marker: number, payload: readonly number[]): readonly number[] => [
	0xff,
	marker,
	(payload.length + 2) >> 8,
	(payload.length + 2) & 255,
	...payload,
];

const JFIF = segment(0xe0, [...text('JFIF\0'), 1, 1, 1, 0, 96, 0, 96, 0, 0]);
const EXIF = segment(0xe1, text('Exif\0\0MM GPS 滨江市 王芳的手机'));
const PROFILE = segment(0xe2, text('ICC_PROFILE\0'));
const PREVIEWS = segment(0xe2, text('MPF\0MM'));
const IPTC = segment(0xed, text('Photoshop 3.0 作者王芳'));
const ADOBE = segment(0xee, text('Adobe\0d\0\0\0\0\0\0'));
const NOTE = segment(0xfe, text('摄于王芳家'));
/** A table whose bytes look like markers. */
const TABLE = segment(0xdb, [0, 0xff, 0xd9, 0xff, 0xe1, ...Array.from({ length: 60 }, (_, index) => index)]);
const FRAME = segment(0xc2, [8, 0, 40, 0, 60, 1, 1, 0x11, 0]);
const SCAN = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 1, 2, 0xff, 0, 0xff, 0xd0, 3, 4];

test('what a camera notes down stays behind, the picture is copied byte for byte', () => {
	const noted = Uint8Array.from([
		0xff,
		0xd8,
		...JFIF,
		...EXIF,
		...PROFILE,
		...PREVIEWS,
		...IPTC,
		...ADOBE,
		...TABLE,
		...FRAME,
		...NOTE,
		...SCAN,
		...NOTE,
		...SCAN,
		0xff,
		0xff,
		0xd9,
		...text('Exif preview 王芳'),
	]);
	const bare = [0xff, 0xd8, ...JFIF, ...PROFILE, ...ADOBE, ...TABLE, ...FRAME, ...SCAN, ...SCAN, 0xff, 0xff, 0xd9];
	expect([...withoutNotes(noted)]).toEqual(bare);
	expect(Buffer.from(withoutNotes(noted)).toString('utf8')).not.toContain('王芳');
});

test('a file without notes is itself, and one that breaks off keeps its end', () => {
	const plain = Uint8Array.from([0xff, 0xd8, ...JFIF, ...FRAME, ...SCAN, 0xff, 0xd9]);
	expect(withoutNotes(plain)).toBe(plain);
	const broken = plain.subarray(0, plain.length - 5);
	expect(withoutNotes(broken)).toBe(broken);
});

test('nothing throws, and doing it again changes nothing', () => {
	const pieces = fc.constantFrom(JFIF, EXIF, NOTE, TABLE, FRAME, SCAN, [0xff, 0xd9], [0xff], [7, 0xff, 0]);
	const any = fc.oneof(
		fc.uint8Array({ maxLength: 80 }).map((bytes) => [...bytes]),
		fc.array(pieces, { maxLength: 9 }).map((list) => list.flat()),
	);
	fc.assert(
		fc.property(any, (rest) => {
			const once = withoutNotes(Uint8Array.from([0xff, 0xd8, ...rest]));
			expect([...withoutNotes(once)]).toEqual([...once]);
		}),
		{ numRuns: 500 },
	);
});

test('how the camera was held is read in either order of bytes', () => {
	const little = [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0];
	const big = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 5, 0, 0];
	const held = (tiff: readonly number[]): unknown =>
		heldAs(Uint8Array.from([0xff, 0xd8, ...JFIF, ...segment(0xe1, [...text('Exif\0\0'), ...tiff]), ...FRAME]));
	expect(held(little)).toEqual({ degrees: 90, mirrored: false });
	expect(held(big)).toEqual({ degrees: 270, mirrored: true });
	expect(held(little.slice(0, 12))).toBeNull();
	expect(heldAs(Uint8Array.from([0xff, 0xd8, ...JFIF, ...FRAME]))).toBeNull();
	fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (noise) => void held([...noise])));
});
