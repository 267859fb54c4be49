import type { Binding, Frame, SideHash } from '@bianxu/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePrints, facesOf, pointPages, sideOf } from '../src/index.ts';

const bindings: readonly Binding[] = ['loose', 'stapled', 'saddle'];
const page = (word: string): SideHash => ({ body: word, mark: '0', folio: '0', text: word, length: 1 });
const pages = (words: readonly string[]): readonly SideHash[] => words.map(page);

/** The obvious way: lay sheets on the table one by one and write on each face the word of its page. */
function slowSheets(words: readonly string[], binding: Binding, duplex: boolean): string[][] {
	const left = [...words];
	const table: string[][] = [];
	if (binding === 'saddle') {
		while (left.length % 4 !== 0) left.push('-');
		while (left.length > 0) {
			const front = left.splice(0, 2);
			const back = left.splice(left.length - 2, 2);
			table.push([...front, ...back]);
		}
		return table;
	}
	while (left.length > 0) table.push([left.shift() ?? '-', duplex ? (left.shift() ?? '-') : '-']);
	return table;
}

/** How many sheets can stay in order: every choice is tried. */
function slowKept(old: readonly string[], next: readonly string[]): number {
	const [first, ...rest] = next;
	if (first === undefined) return 0;
	const at = old.indexOf(first);
	const without = slowKept(old, rest);
	return at < 0 ? without : Math.max(without, 1 + slowKept(old.slice(at + 1), rest));
}

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 14 });

describe('sheets', () => {
	it('are those of the obvious model, for every binding and both ways of printing', () => {
		fc.assert(
			fc.property(
				words,
				words,
				fc.constantFrom(...bindings),
				fc.boolean(),
				fc.boolean(),
				(old, changed, binding, duplex, same) => {
					const next = same ? old : changed;
					const imposition = { binding, duplex };
					const found = comparePrints(pages(old), pages(next), imposition);
					const before = slowSheets(old, binding, duplex);
					const after = slowSheets(next, binding, duplex);
					expect(found.sheets.map(({ faces }) => faces.map((at) => (at === null ? '-' : next[at - 1])))).toEqual(after);
					const keys = (table: string[][]): string[] => table.map((sheet) => sheet.join(''));
					const equal = keys(before).join() === keys(after).join();
					const kept = binding === 'loose' ? slowKept(keys(before), keys(after)) : equal ? after.length : 0;
					expect(found.print).toHaveLength(after.length - kept);
					expect(found.out).toHaveLength(before.length - kept);
					// What stays and what is printed, face by face, is the new print.
					const oldFaces = facesOf(old.length, imposition);
					const stack = found.sheets.map(({ faces, kept: from }) =>
						from === null
							? faces.map((at) => (at === null ? '-' : next[at - 1]))
							: (oldFaces[from] ?? []).map((at) => (at === null ? '-' : old[at - 1])),
					);
					expect(stack).toEqual(after);
				},
			),
			{ numRuns: process.env['BIANXU_FULL'] === '1' ? 5000 : 400 },
		);
	});

	it('every page stands on one face', () => {
		for (const binding of bindings)
			for (const duplex of [true, false])
				for (let count = 1; count <= 40; count++) {
					const faces = facesOf(count, { binding, duplex })
						.flat()
						.filter((face) => face !== null);
					expect([...faces].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, at) => at + 1));
				}
	});

	it('a saddle-stitched paper of 17 pages takes 20 faces', () => {
		const faces = facesOf(17, { binding: 'saddle', duplex: true });
		expect(faces).toHaveLength(5);
		expect(faces[0]).toEqual([1, 2, null, null]);
		expect(faces[4]).toEqual([9, 10, 11, 12]);
	});
});

/** Pages of 4 lines; a word a line. */
function frames(lines: readonly string[], perPage = 4): readonly Frame[] {
	return Array.from({ length: Math.ceil(lines.length / perPage) }, (_, at): Frame => {
		const own = lines.slice(at * perPage, (at + 1) * perPage);
		const text = (words: string, y: number, role: 'body' | 'page-number') =>
			({
				kind: 'text',
				x: 80,
				y,
				size: 16,
				font: 'F',
				text: words,
				advances: Array.from(words, () => 16),
				role,
			}) as const;
		const number = at + 1;
		return {
			width: 595,
			height: 842,
			index: at,
			number,
			blank: false,
			material: 'm14',
			items: [...own.map((line, row) => text(line, 100 + 28 * row, 'body')), text(`— ${number} —`, 760, 'page-number')],
		};
	});
}
const hash = (text: string): string => {
	let value = 7n;
	for (const character of text) value = (value * 1000003n + BigInt(character.codePointAt(0) ?? 0)) % (1n << 64n);
	return value.toString(16).padStart(16, '0');
};
const sides = (of: readonly Frame[]): readonly SideHash[] => of.map((frame) => sideOf(frame, hash));

describe('a page that overflows', () => {
	const lines = Array.from({ length: 64 }, (_, at) => `第${at}行`);
	const longer = [...lines.slice(0, 18), '会上增加的一句话', ...lines.slice(18)];
	const loose = { binding: 'loose', duplex: true } as const;

	it('18: sixteen pages, a sentence more on page 5: seven sheets one way, two with a point page', () => {
		const found = comparePrints(sides(frames(lines)), sides(frames(longer)), loose);
		expect(found.sheets).toHaveLength(9);
		expect(found.print).toHaveLength(7);
		const point = pointPages(sides(frames(lines)), frames(longer), hash, true);
		expect(point).toMatchObject({ first: 5, last: 6, labels: ['6-1'], sheets: 2 });
		const printed = point?.frames.map((frame) =>
			frame.items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])),
		);
		expect(printed).toEqual([
			[...longer.slice(16, 20), '— 5 —'],
			[...longer.slice(20, 24), '— 6 —'],
			[longer[24], '— 6-1 —'],
		]);
	});

	it('what stays and the point pages, line by line, are the new text', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 63 }), fc.integer({ min: 1, max: 9 }), fc.boolean(), (at, more, duplex) => {
				const next = [...lines.slice(0, at), ...Array.from({ length: more }, (_, n) => `新${n}`), ...lines.slice(at)];
				const point = pointPages(sides(frames(lines)), frames(next), hash, duplex);
				if (point === null) {
					expect(at >= 56).toBe(true);
					return;
				}
				const body = (of: readonly Frame[]): string[] =>
					of.flatMap((frame) =>
						frame.items.flatMap((item) => (item.kind === 'text' && item.role === 'body' ? [item.text] : [])),
					);
				const old = frames(lines);
				expect([...body(old.slice(0, point.first - 1)), ...body(point.frames), ...body(old.slice(point.last))]).toEqual(
					next,
				);
			}),
			{ numRuns: 200 },
		);
	});

	it('pages that were only pushed are told from those that changed', () => {
		const pushed = comparePrints(sides(frames(lines)), sides(frames([...'ABCD', ...lines])), loose);
		expect(pushed.pages[0]).toEqual({ page: 1, old: null, fate: 'new' });
		expect(pushed.pages.slice(1).every(({ fate }) => fate === 'pushed')).toBe(true);
	});
});
