import { describe, expect, test } from 'vitest';
import { subsetCff } from '../src/cff-subset.ts';
import { packComplete, packSources } from './pack.ts';

/** The CFF table of FandolFang. */
async function fandol(): Promise<Uint8Array> {
	const bytes =
		(await packSources.find((source) => source.path.endsWith('FandolFang-Regular.otf'))?.read()) ?? new Uint8Array(0);
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (let i = 0; i < view.getUint16(4); i++) {
		const at = 12 + 16 * i;
		if (view.getUint32(at) === 0x43464620)
			return bytes.subarray(view.getUint32(at + 8), view.getUint32(at + 8) + view.getUint32(at + 12));
	}
	throw new Error('no CFF table');
}

describe.skipIf(!packComplete)('subset of a CID-keyed CFF (needs FandolFang)', () => {
	test('a subset of everything in a subset is that subset', async () => {
		const cff = await fandol();
		const glyphs = [0, 1, 34, 700, 701, 702, 5000, 10_000];
		const subset = subsetCff(cff, glyphs);
		expect(subset).not.toBeNull();
		if (subset === null) return;
		expect(subset.length).toBeLessThan(40_000);
		expect(
			subsetCff(
				subset,
				glyphs.map((_, index) => index),
			),
		).toEqual(subset);
	});

	test('outlines are copied byte for byte', async () => {
		const cff = await fandol();
		const one = subsetCff(cff, [0, 4321]);
		const many = subsetCff(cff, [0, 17, 4321, 9000]);
		if (one === null || many === null) throw new Error('not CID-keyed');
		expect(subsetCff(many, [0, 2])).toEqual(one);
	});

	test('a glyph that is not there, or a damaged program, throws RangeError and nothing else', async () => {
		const cff = await fandol();
		expect(() => subsetCff(cff, [0, 65_000])).toThrow(RangeError);
		for (let length = 0; length < 700; length += 13) {
			expect(() => subsetCff(cff.subarray(0, length), [0, 1])).toThrow(RangeError);
		}
	});
});
