import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { browserWorld } from '../src/browser-world.ts';
import { sha256 } from '../src/sha256.ts';

const world = browserWorld(new Map());
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const compressible = fc
	.tuple(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.integer({ min: 1, max: 2000 }))
	.map(([unit, times]) =>
		Uint8Array.from({ length: unit.length * times }, (_, index) => unit[index % unit.length] ?? 0),
	);

describe('sha256', () => {
	it('equals that of Node for every length around the block border', () => {
		for (let length = 0; length <= 260; length++) {
			const data = Uint8Array.from({ length }, (_, index) => (index * 31 + length) & 255);
			expect(sha256(data), `length ${length}`).toBe(createHash('sha256').update(data).digest('hex'));
		}
	});
	it('equals that of Node for any bytes, also in the middle of a buffer', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 5000 }), fc.nat(40), (data, skip) => {
				const part = data.subarray(Math.min(skip, data.length));
				expect(sha256(part)).toBe(createHash('sha256').update(part).digest('hex'));
			}),
		);
	});
	it('equals that of Node for a file of 4 MB', () => {
		const data = new Uint8Array(4 * 1024 * 1024 + 17).fill(7);
		expect(sha256(data)).toBe(createHash('sha256').update(data).digest('hex'));
	});
});

describe('inflate and deflate of the page', () => {
	it('reads what zlib writes, and zlib reads what it writes', () => {
		fc.assert(
			fc.property(compressible, (data) => {
				// Buffer.compare: toEqual walks every byte in JavaScript.
				expect(Buffer.compare(world.inflateRaw(deflateRawSync(data), data.length), data)).toBe(0);
				expect(Buffer.compare(inflateRawSync(world.deflateRaw(data)), data)).toBe(0);
				expect(Buffer.compare(inflateSync(world.deflate(data)), data)).toBe(0);
			}),
			{ numRuns: 60 },
		);
	});
	it('reads random bytes longer than its slices', () => {
		const data = Uint8Array.from({ length: 300_000 }, (_, index) => (Math.imul(index, 2654435761) >>> 13) & 255);
		for (const level of [0, 6, 9]) {
			const back = world.inflateRaw(deflateRawSync(data, { level }), data.length);
			expect(Buffer.compare(back, data), `level ${level}`).toBe(0);
		}
	});
	it('stops at the budget with a RangeError', () => {
		const bomb = deflateRawSync(new Uint8Array(200 * 1024 * 1024));
		expect(() => world.inflateRaw(bomb, 1024 * 1024)).toThrow(RangeError);
		expect(() => world.inflateRaw(deflateRawSync(bytesOf('会议材料')), 11)).toThrow(RangeError);
		expect(world.inflateRaw(deflateRawSync(bytesOf('会议材料')), 12)).toEqual(bytesOf('会议材料'));
		expect(world.inflateRaw(deflateRawSync(new Uint8Array(0)), 0)).toEqual(new Uint8Array(0));
	});
	it('throws on corrupt and on cut data, never a RangeError', () => {
		const good = deflateRawSync(bytesOf('会议材料之五'.repeat(40)));
		const failure = (run: () => unknown): unknown => {
			try {
				return run();
			} catch (error) {
				return error;
			}
		};
		for (const bad of [new Uint8Array(0), Uint8Array.of(0xff, 0xff, 0xff), good.subarray(0, good.length - 4)]) {
			const error = failure(() => world.inflateRaw(bad, 100_000));
			expect(error).toBeInstanceOf(Error);
			expect(error).not.toBeInstanceOf(RangeError);
		}
	});
});

describe('files in memory', () => {
	it('are written, listed, renamed and removed', async () => {
		const files = new Map([['/甲/一.md', bytesOf('1')]]);
		const here = browserWorld(files);
		await here.writeFile('/甲/二.md', bytesOf('2'));
		await here.rename('/甲/二.md', '/甲/乙/三.md');
		expect(await here.list('/甲')).toEqual([
			{ name: '一.md', kind: 'file' },
			{ name: '乙', kind: 'directory' },
		]);
		expect(await here.kindOf('/甲')).toBe('directory');
		expect(await here.kindOf('/甲/一.md')).toBe('file');
		expect(await here.kindOf('/packet.yaml')).toBeNull();
		expect(await here.readFile('/甲/乙/三.md')).toEqual(bytesOf('2'));
		await here.remove('/甲/乙');
		await expect(here.readFile('/甲/乙/三.md')).rejects.toMatchObject({ code: 'ENOENT' });
		expect(await here.fonts()).toEqual([]);
		expect(here.today()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
	});
});
