import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import type { FontSource } from '@bianxu/model';
import { describe, expect, test } from 'vitest';
import { openFace } from '../src/face.ts';
import { readFaceNames } from '../src/face-names.ts';
import { loadFonts } from '../src/fonts.ts';
import { readSfnt } from '../src/sfnt.ts';
import { isWoff2, sfntOfWoff2 } from '../src/woff2.ts';
import { packComplete, packSources } from './pack.ts';
import { template } from './template.ts';

const unbrotli = (data: Uint8Array, most: number): Uint8Array => brotliDecompressSync(data, { maxOutputLength: most });

const u16 = (value: number): readonly number[] => [(value >> 8) & 255, value & 255];
const u32 = (value: number): readonly number[] => [...u16(value >>> 16), ...u16(value & 65535)];

function base128(value: number): readonly number[] {
	const bytes = [value & 127];
	for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 127) | 128);
	return bytes;
}

/** A WOFF2 file of tables; `version` 3 of glyf and loca is no transform, 0 is theirs. */
function woff2(
	tables: readonly {
		readonly tag: string;
		readonly bytes: Uint8Array;
		readonly version: number;
		readonly original: number;
	}[],
): Uint8Array {
	const directory = tables.flatMap(({ tag, bytes, version, original }) => {
		const transformed = tag === 'glyf' || tag === 'loca' ? version !== 3 : version !== 0;
		const name = Array.from(tag, (character) => character.charCodeAt(0));
		return [63 | (version << 6), ...name, ...base128(original), ...(transformed ? base128(bytes.length) : [])];
	});
	const packed = brotliCompressSync(Buffer.concat(tables.map(({ bytes }) => bytes)));
	const size = 48 + directory.length + packed.length;
	const header = [
		...u32(0x774f4632),
		...u32(0x00010000),
		...u32(size),
		...u16(tables.length),
		0,
		0,
		...u32(0),
		...u32(packed.length),
	];
	return Uint8Array.from([...header, ...Array.from({ length: 24 }, () => 0), ...directory, ...packed]);
}

async function lxgw(): Promise<Uint8Array> {
	const source = packSources.find(({ path }) => path.endsWith('LXGWWenKai-Regular.ttf'));
	return (await source?.read()) ?? new Uint8Array(0);
}

const sourceOf = (path: string, bytes: Uint8Array): FontSource => ({
	path,
	origin: 'office',
	read: () => Promise.resolve(bytes),
});

describe('WOFF2', () => {
	test('a glyph in triplets comes out as points, box and side bearing', () => {
		// Glyph 0 is empty; glyph 1 is the triangle (10,20) (110,20) (60,120), its last point off the curve.
		const triplet = (dx: number, dy: number): readonly number[] => [...u16(Math.abs(dx)), ...u16(Math.abs(dy))];
		const flag = (dx: number, dy: number, on: boolean): number =>
			124 | (dx >= 0 ? 1 : 0) | (dy >= 0 ? 2 : 0) | (on ? 0 : 128);
		const moves = [
			[10, 20, true],
			[100, 0, true],
			[-50, 100, false],
		] as const;
		const glyphs = [...moves.flatMap(([dx, dy]) => triplet(dx, dy)), 0];
		const flags = moves.map(([dx, dy, on]) => flag(dx, dy, on));
		const streams = [[...u16(0), ...u16(1)], [3], flags, glyphs, [], [0, 0, 0, 0], []];
		const glyf = Uint8Array.from([
			0,
			0,
			0,
			0,
			...u16(2),
			...u16(1),
			...streams.flatMap((stream) => u32(stream.length)),
			...streams.flat(),
		]);
		const head = new Uint8Array(54);
		const hhea = new Uint8Array(36);
		hhea[35] = 1;
		// One long metric; side bearings are left out because they are the glyphs' left edges.
		const hmtx = Uint8Array.from([3, ...u16(500)]);
		const font = sfntOfWoff2(
			woff2([
				{ tag: 'head', bytes: head, version: 0, original: 54 },
				{ tag: 'hhea', bytes: hhea, version: 0, original: 36 },
				{ tag: 'glyf', bytes: glyf, version: 0, original: 40 },
				{ tag: 'loca', bytes: new Uint8Array(0), version: 0, original: 12 },
				{ tag: 'hmtx', bytes: hmtx, version: 1, original: 6 },
			]),
			unbrotli,
		);
		const view = new DataView(font.buffer);
		const place = new Map<string, number>();
		for (let i = 0; i < view.getUint16(4); i++) {
			const at = 12 + 16 * i;
			place.set(Buffer.from(font.subarray(at, at + 4)).toString('latin1'), view.getUint32(at + 8));
		}
		const at = (tag: string, offset: number): number => view.getInt16((place.get(tag) ?? 0) + offset);
		expect(at('head', 50)).toBe(1);
		expect([at('hmtx', 0), at('hmtx', 2), at('hmtx', 4)]).toEqual([500, 0, 10]);
		const outline = Array.from({ length: 5 }, (_, index) => at('glyf', 2 * index));
		expect(outline).toEqual([1, 10, 20, 110, 120]);
		const start = (place.get('glyf') ?? 0) + 10;
		expect([...font.subarray(start, start + 7)]).toEqual([0, 2, 0, 0, 1, 1, 0]);
		expect([0, 2, 4, 6, 8, 10].map((offset) => view.getInt16(start + 7 + offset))).toEqual([10, 100, -50, 20, 0, 100]);
	});

	test('damage throws Error and nothing else', () => {
		const whole = woff2([{ tag: 'head', bytes: new Uint8Array(54), version: 0, original: 54 }]);
		expect(isWoff2(whole)).toBe(true);
		for (let length = 48; length < whole.length; length++)
			expect(() => sfntOfWoff2(whole.subarray(0, length), unbrotli)).toThrow(Error);
	});

	test.skipIf(!packComplete)(
		'a face from a WOFF2 file is that of the font it was made of',
		async () => {
			const bytes = await lxgw();
			const font = readSfnt(bytes, 0);
			const tables = [...font.tables].map(([tag, { offset, length }]) => ({
				tag,
				bytes: bytes.subarray(offset, offset + length),
				version: tag === 'glyf' || tag === 'loca' ? 3 : 0,
				original: length,
			}));
			// Only what a face needs, so that packing takes no time.
			const small = tables.filter(({ tag }) => !['glyf', 'GSUB', 'GPOS', 'vmtx'].includes(tag));
			const source = sourceOf(
				'楷.woff2',
				woff2([...small, { tag: 'glyf', bytes: new Uint8Array(4), version: 3, original: 4 }]),
			);
			const fonts = await loadFonts([source], template, unbrotli);
			expect(fonts.roles.kaiti.face?.name).toBe('LXGWWenKai-Regular');
			expect(fonts.roles.kaiti.face?.advanceOf('楷'.codePointAt(0) ?? 0)).toBe(1000);
			expect((await loadFonts([source], template)).roles.kaiti.face).toBeNull();
		},
		60_000,
	);
});

describe.skipIf(!packComplete)('collections (need the fonts of the set-up)', () => {
	test('each face of a .ttc is found by its names and gives the subset of its own file', async () => {
		const files = await Promise.all(
			['LXGWWenKai-Regular.ttf', 'NotoSansSC-Medium.ttf'].map(
				async (name) => (await packSources.find(({ path }) => path.endsWith(name))?.read()) ?? new Uint8Array(0),
			),
		);
		const start = 12 + 4 * files.length;
		const collection = new Uint8Array(start + files.reduce((sum, file) => sum + file.length, 0));
		const view = new DataView(collection.buffer);
		view.setUint32(0, 0x74746366);
		view.setUint32(4, 0x00010000);
		view.setUint32(8, files.length);
		let at = start;
		files.forEach((file, index) => {
			collection.set(file, at);
			view.setUint32(12 + 4 * index, at);
			for (let i = 0; i < view.getUint16(at + 4); i++)
				view.setUint32(at + 12 + 16 * i + 8, view.getUint32(at + 12 + 16 * i + 8) + at);
			at += file.length;
		});
		const source = sourceOf('两种.ttc', collection);
		const names = await readFaceNames(source);
		expect(names.map(({ postscript }) => postscript)).toEqual(['LXGWWenKai-Regular', 'NotoSansSC-Medium']);
		const text = Array.from('一会议材料', (character) => character.codePointAt(0) ?? 0).sort((a, b) => a - b);
		for (const [index, file] of files.entries()) {
			const [name] = await readFaceNames(sourceOf('x.ttf', file));
			const second = names[index];
			if (name === undefined || second === undefined) throw new Error('no names');
			const alone = await openFace(sourceOf('x.ttf', file), name);
			const together = await openFace(source, second);
			expect(together.subset(text)).toEqual(alone.subset(text));
		}
	});
});
