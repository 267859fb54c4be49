import { deflateSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PrintImage, readImage } from '../src/raster.ts';

const inflate = (data: Uint8Array, most: number): Uint8Array => inflateRawSync(data, { maxOutputLength: most });

function chunk(name: string, data: readonly number[] | Uint8Array): readonly number[] {
	const length = data.length;
	const head = [(length >>> 24) & 255, (length >>> 16) & 255, (length >>> 8) & 255, length & 255];
	return [...head, ...Buffer.from(name, 'latin1'), ...data, 0, 0, 0, 0];
}

interface Shape {
	readonly width: number;
	readonly height: number;
	readonly bits: number;
	readonly type: number;
	readonly interlace?: number;
	readonly before?: readonly number[];
}

function png({ width, height, bits, type, interlace = 0, before = [] }: Shape, rows: readonly number[]): Uint8Array {
	const size = [0, 0, width >> 8, width & 255, 0, 0, height >> 8, height & 255];
	return Uint8Array.from([
		0x89,
		...Buffer.from('PNG\r\n\u001a\n', 'latin1'),
		...chunk('IHDR', [...size, bits, type, 0, 0, interlace]),
		...before,
		...chunk('IDAT', deflateSync(Uint8Array.from(rows))),
		...chunk('IEND', []),
	]);
}

function read(bytes: Uint8Array): PrintImage {
	const image = readImage(bytes, 'k', inflate);
	if ('unreadable' in image) throw new Error(image.unreadable);
	return image;
}

describe('pictures', () => {
	test('a plain PNG goes in as it stands', () => {
		const image = read(png({ width: 2, height: 1, bits: 8, type: 2 }, [0, 1, 2, 3, 4, 5, 6]));
		expect(image).toMatchObject({ width: 2, height: 1, color: 'rgb', encoding: { kind: 'png', bits: 8 } });
	});

	test('transparency becomes paper: half of black is grey, nothing is white', () => {
		const grey = read(png({ width: 3, height: 1, bits: 8, type: 4 }, [0, 0, 255, 0, 128, 0, 0]));
		expect([...grey.data]).toEqual([0, 127, 255]);
		const rgba = read(png({ width: 1, height: 1, bits: 8, type: 6 }, [0, 200, 100, 0, 0]));
		expect([...rgba.data]).toEqual([255, 255, 255]);
	});

	test('a palette with transparent entries, four bits a pixel', () => {
		const before = [...chunk('PLTE', [255, 0, 0, 0, 0, 255]), ...chunk('tRNS', [0])];
		const image = read(png({ width: 3, height: 1, bits: 4, type: 3, before }, [0, 0x01, 0x10]));
		expect([...image.data]).toEqual([255, 255, 255, 0, 0, 255, 0, 0, 255]);
	});

	test('filters: each row is what its predictor and its differences give', () => {
		// Grey with alpha 255: None, Sub, Up, Average, Paeth over the same ramp.
		const rows = [
			[0, 10, 255, 20, 255],
			[1, 10, 255, 10, 0],
			[2, 0, 0, 0, 0],
			[3, 5, 128, 5, 0],
			[4, 0, 0, 0, 0],
		];
		const image = read(png({ width: 2, height: 5, bits: 8, type: 4 }, rows.flat()));
		expect([...image.data.subarray(0, 4)]).toEqual([10, 20, 10, 20]);
		expect([...image.data.subarray(4, 10)]).toEqual([10, 20, 10, 20, 10, 20]);
	});

	test('an interlaced picture has its pixels in their places', () => {
		// 3 × 3 grey: Adam7 sends (0,0); then none; none; (2,0); (0,2),(2,2); (1,0),(1,2); row 1.
		const rows = [0, 1, 0, 3, 0, 7, 9, 0, 2, 0, 8, 0, 4, 5, 6];
		const image = read(png({ width: 3, height: 3, bits: 8, type: 0, interlace: 1 }, rows));
		expect([...image.data]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
	});

	test('JPEG: size, colours and density from its headers', () => {
		const jfif = [0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 1, 0, 150, 0, 150, 0, 0];
		const frame = [0xff, 0xc0, 0, 17, 8, 0, 40, 0, 60, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0];
		const image = read(Uint8Array.from([0xff, 0xd8, ...jfif, ...frame, 0xff, 0xd9]));
		expect(image).toMatchObject({ width: 60, height: 40, color: 'rgb', density: 150 });
	});

	test('what is no PNG or JPEG is named, and nothing throws or allocates by a claim', () => {
		const named = (bytes: readonly number[]) => readImage(Uint8Array.from(bytes), 'k', inflate);
		expect(named([0xd7, 0xcd, 0xc6, 0x9a])).toEqual({ unreadable: 'wmf' });
		expect(named([0x42, 0x4d, 0, 0])).toEqual({ unreadable: 'bmp' });
		expect(named([0x47, 0x49, 0x46, 0x38])).toEqual({ unreadable: 'gif' });
		expect(named([])).toEqual({ unreadable: 'unknown' });
		const large = png({ width: 65535, height: 65535, bits: 8, type: 6 }, [0]);
		expect(readImage(large, 'k', inflate)).toEqual({ unreadable: 'huge' });
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom('png', 'jpeg'), (noise, kind) => {
				const head = kind === 'png' ? [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] : [0xff, 0xd8, 0xff];
				const image = readImage(Uint8Array.from([...head, ...noise]), 'k', inflate);
				expect('unreadable' in image || image.width > 0).toBe(true);
			}),
			{ numRuns: 200 },
		);
	});
});
