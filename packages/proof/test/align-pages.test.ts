import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignPages } from '../src/align-pages.ts';
import { diffText } from '../src/diff-text.ts';

const pages = (count: number): readonly string[] =>
	Array.from({ length: count }, (_, at) => `第${at}页的文字${'甲乙丙丁'.repeat(at % 5)}${at * 7}`);

test('equal prints pair page by page', () => {
	const { pairs, missing, extra } = alignPages(pages(30), pages(30));
	expect(pairs).toEqual(
		Array.from({ length: 30 }, (_, at) => ({ expected: at, printed: at, equal: true, moved: false })),
	);
	expect([missing, extra]).toEqual([[], []]);
});

test('repeated pages pair in order', () => {
	const texts = ['甲甲甲甲', '乙乙乙乙', '甲甲甲甲', '丙丙丙丙', '甲甲甲甲'];
	expect(alignPages(texts, texts).pairs.map(({ expected, printed, moved }) => [expected, printed, moved])).toEqual(
		texts.map((_, at) => [at, at, false]),
	);
});

test('every page is paired, missing or extra exactly once, whatever was dropped or moved', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 40 }),
			fc.array(fc.nat(), { maxLength: 5 }),
			fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 3 }),
			(count, drops, swaps) => {
				const ours = pages(count);
				const theirs = [...ours];
				for (const [a, b] of swaps) {
					const [i, j] = [a % count, b % count];
					[theirs[i], theirs[j]] = [theirs[j] ?? '', theirs[i] ?? ''];
				}
				for (const drop of drops) theirs.splice(drop % Math.max(1, theirs.length), 1);
				const { pairs, missing, extra } = alignPages(ours, theirs);
				expect([...pairs.map(({ expected }) => expected), ...missing].sort((a, b) => a - b)).toEqual(
					ours.map((_, at) => at),
				);
				expect([...pairs.map(({ printed }) => printed), ...extra].sort((a, b) => a - b)).toEqual(
					theirs.map((_, at) => at),
				);
				// Pages are all different, so equal text is always found again.
				expect(pairs.filter(({ equal }) => equal)).toHaveLength(theirs.length);
				for (const pair of pairs) expect(ours[pair.expected]).toBe(theirs[pair.printed]);
			},
		),
	);
});

test('a diff turns one text into the other', () => {
	const text = fc.array(fc.constantFrom(...'甲乙丙，。'), { maxLength: 60 });
	fc.assert(
		fc.property(text, text, (ours, theirs) => {
			const { hunks } = diffText(ours, theirs);
			const made: string[] = [];
			let at = 0;
			for (const hunk of hunks) {
				made.push(...ours.slice(at, hunk.expectedStart), ...theirs.slice(hunk.actualStart, hunk.actualEnd));
				at = hunk.expectedEnd;
			}
			made.push(...ours.slice(at));
			expect(made.join('')).toBe(theirs.join(''));
			if (ours.join('') === theirs.join('')) expect(hunks).toEqual([]);
		}),
	);
});
