import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bookletSheets } from '../src/sheets.ts';

describe('booklet', () => {
	test('eight pages: outer sheet 8|1, 2|7, inner sheet 6|3, 4|5, moved to the fold', () => {
		const { sheets, signatures } = bookletSheets(8, 1, { signature: 60, paper: 0.1 });
		expect(signatures).toEqual([8]);
		const pages = sheets.map(({ placed }) => placed.map(({ page }) => page + 1));
		expect(pages).toEqual([
			[8, 1],
			[2, 7],
			[6, 3],
			[4, 5],
		]);
		const creep = (0.1 * 72) / 25.4;
		expect(sheets[0]?.placed[0]?.x).toBe(0);
		expect(sheets[2]?.placed[0]?.x).toBeCloseTo(creep);
		expect(sheets[2]?.placed[1]?.x).toBeCloseTo((210 * 72) / 25.4 - creep);
	});

	test('every page once, whatever the number of pages, copies and the size of a signature', () => {
		const numbers = fc.tuple(
			fc.integer({ min: 1, max: 300 }),
			fc.integer({ min: 1, max: 3 }),
			fc.integer({ min: 1, max: 80 }),
		);
		fc.assert(
			fc.property(numbers, ([count, copies, signature]) => {
				const { sheets, signatures } = bookletSheets(count, copies, { signature, paper: 0.1 });
				const pages = sheets.flatMap(({ placed }) => placed.map(({ page }) => page)).sort((a, b) => a - b);
				expect(pages).toEqual(Array.from({ length: count * copies }, (_, index) => index));
				const most = Math.max(4, Math.floor(signature / 4) * 4);
				for (const size of signatures) expect(size % 4 === 0 && size <= most).toBe(true);
				expect(signatures.reduce((sum, size) => sum + size, 0)).toBe(Math.max(4, Math.ceil(count / 4) * 4));
				expect(sheets.length * 2).toBe(copies * signatures.reduce((sum, size) => sum + size, 0));
				// Facing pages of a sheet add up to one more than the pages of its signature.
				for (const { placed } of sheets) expect(placed.length).toBeLessThanOrEqual(2);
			}),
			{ numRuns: 100 },
		);
	});
});
