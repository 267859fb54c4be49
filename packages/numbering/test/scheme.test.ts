import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignNumbers, labelOf, type NumberedPaper, parseMaterialLabel, type Scheme } from '../src/index.ts';

/** `id:item:old[!]` with ! for frozen, `^m` for supplements. */
function paper(text: string): NumberedPaper {
	const [head = '', supplements = null] = text.split('^');
	const [id = '', item = '1', old = ''] = head.split(':');
	return {
		id,
		item: Number(item),
		old: parseMaterialLabel(old.replace('!', '')),
		frozen: old.endsWith('!'),
		supplements,
		supplementary: false,
	};
}

function labels(papers: readonly string[], scheme: Scheme, retired: readonly string[] = []): string {
	const numbers = retired.flatMap((label) => parseMaterialLabel(label) ?? []);
	const assigned = assignNumbers(papers.map(paper), scheme, numbers);
	return papers
		.map((text) => paper(text).id)
		.map(
			(id) =>
				`${id}=${labelOf(assigned.numbers.get(id) ?? { series: 'main', parts: [] })}${assigned.inverted.has(id) ? '~' : ''}`,
		)
		.join(' ');
}

describe('schemes', () => {
	it('continuous counts 1..n, item counts in each item', () => {
		const papers = ['a:1:5', 'b:1:', 'c:2:2', 'd:3:9'];
		expect(labels(papers, 'continuous')).toBe('a=1 b=2 c=3 d=4');
		expect(labels(papers, 'item')).toBe('a=1-1 b=1-2 c=2-1 d=3-1');
	});

	it('frozen keeps every number: a supplement gets -1, a newcomer 补1', () => {
		expect(labels(['a:1:1', 'new:2:', 'b:3:2', 's:3:^b', 't:3:^b'], 'frozen')).toBe('a=1 new=补1 b=2 s=2-1 t=2-2');
		expect(labels(['a:1:1', 's:1:^a', 'b:2:2'], 'frozen', ['1-1', '补1'])).toBe('a=1 s=1-2 b=2');
		expect(labels(['a:1:', 'b:1:'], 'frozen')).toBe('a=1 b=2');
	});

	it('continuous leaves distributed numbers and goes on behind them', () => {
		expect(labels(['a:1:1!', 'new:2:', 'b:3:2!', 'c:4:3', 'late:4:', 'd:5:4'], 'continuous')).toBe(
			'a=1 new=补1 b=2 c=3 late=4 d=5',
		);
		expect(labels(['a:1:1!', 'b:2:2!', 'new:3:'], 'continuous')).toBe('a=1 b=2 new=补1');
		expect(labels(['a:1:1!', 'b:2:2', 'c:3:3!'], 'continuous')).toBe('a=1 b=2 c=3');
	});

	it('a moved frozen paper keeps its number and is named as out of order', () => {
		expect(labels(['a:1:1!', 'd:2:4!', 'b:3:2!', 'c:4:3!'], 'continuous')).toBe('a=1 d=4~ b=2 c=3');
	});

	it('numbers are unique, never retired ones, and numbering twice is numbering once', () => {
		const slot = fc.record({
			item: fc.integer({ min: 1, max: 4 }),
			numbered: fc.boolean(),
			frozen: fc.boolean(),
			supplements: fc.option(fc.integer({ min: 0, max: 11 })),
		});
		fc.assert(
			fc.property(
				fc.array(slot, { minLength: 1, maxLength: 12 }),
				fc.constantFrom<Scheme>('continuous', 'item', 'frozen'),
				fc.uniqueArray(fc.integer({ min: 40, max: 60 }), { maxLength: 4 }),
				(slots, scheme, gone) => {
					let number = 0;
					const papers: NumberedPaper[] = slots.map((each, index) => ({
						id: `m${index}`,
						item: each.item,
						old: each.numbered
							? { series: 'main', parts: scheme === 'item' ? [each.item, ++number * 2] : [++number * 2] }
							: null,
						frozen: each.frozen && each.numbered,
						supplements: each.supplements === null || each.supplements >= index ? null : `m${each.supplements}`,
						supplementary: false,
					}));
					const retired = gone.map((value) => ({ series: 'main' as const, parts: [value] }));
					const { numbers } = assignNumbers(papers, scheme, retired);
					const all = [...numbers.values()].map(labelOf);
					expect(all).toHaveLength(papers.length);
					expect(new Set(all).size).toBe(all.length);
					for (const each of papers)
						if (each.frozen && each.old !== null) expect(numbers.get(each.id)).toEqual(each.old);
					for (const each of retired) expect(all).not.toContain(labelOf(each));
					const again = papers.map((each) => ({ ...each, old: numbers.get(each.id) ?? null }));
					const show = (result: typeof numbers): string =>
						papers
							.map(
								({ id, frozen }) =>
									`${id}${frozen ? '!' : ''}=${labelOf(result.get(id) ?? { series: 'main', parts: [] })}`,
							)
							.join(' ');
					expect(show(assignNumbers(again, scheme, retired).numbers)).toBe(show(numbers));
				},
			),
		);
	});
});
