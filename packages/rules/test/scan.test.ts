import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clausesOf, emptyUnits, fillUnits, mayHold, needsOf, satisfied } from '../src/text/needs.ts';
import { betweenSeams, holds, matching, scan, select, textsIn } from '../src/text/scan.ts';

/** Expressions with every construct that rules use: anchors, borders, wide classes, look-around, properties, groups. */
const expressions: readonly RegExp[] = [
	/^a/g,
	/a$/g,
	/(?<=^|[，。])截止(?=$|年)/g,
	/(?<!b)a(?!b)/g,
	/(?<=\p{Script=Han})、(?=$|[\p{Script=Han}\d])/gu,
	/[^，。]{1,3}。/g,
	/(?![^ab])./g,
	/\S+/g,
	/\D\d\W/g,
	/\P{Script=Han}+/gu,
	/\bab?\b/g,
	/(a)(?:b)?(?<year>\d{2})?/g,
	/a*/g,
	/[\]^$.]/g,
	/\.\$\^|\[/g,
	/x{2,}/gi,
	/[ab]{2}，?[年中]|止年(?:中\d)+[.]/g,
	/a(?:b|中)?止|年(?:截|止)(?=[，。](?:a|b))/g,
	/(?<=年(?:中|a))b|[ab](?<=[中年].)(?!b)，|x(?:a|$)/g,
	/(?:a?|中)止(?:，a){2}|(?:^|。)b(?:(?=a)a|\bx)/g,
];
const text = fc.stringMatching(/^[ab，。、截止年中\d .$^\]xX\uFFFF\uD842]{0,12}$/u);

function each(texts: readonly string[], expression: RegExp): unknown {
	return texts.flatMap((own, item) =>
		[...own.matchAll(expression)].map((match) => ({ item, at: match.index, found: [...match], in: match.input })),
	);
}

describe('scan', () => {
	it('finds in joined texts what matchAll finds in each', () => {
		fc.assert(
			fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
				const items = texts.map((own, index) => ({ text: own, index }));
				for (const expression of expressions) {
					const found = scan(items, 'text', expression).map(({ match, item }) => ({
						item: item.index,
						at: match.index,
						found: [...match],
						in: match.input,
					}));
					expect(found, String(expression)).toEqual(each(texts, expression));
				}
			}),
		);
	});

	it('keeps text and own apart, and joins an array once', () => {
		const items = [{ text: '“甲”乙', own: '\uFFFC\uFFFC\uFFFC乙' }];
		expect(scan(items, 'text', /甲/g)).toHaveLength(1);
		expect(scan(items, 'own', /甲/g)).toHaveLength(0);
		expect(holds(items, 'text', '甲')).toBe(true);
		expect(holds(items, 'own', '甲')).toBe(false);
		expect(holds([{ text: '\uFFFF' }, { text: '乙' }], 'text', '\uFFFF\u4e59')).toBe(false);
	});

	it('finds in a selection what it finds in its members alone', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(text, fc.nat(3)), { maxLength: 8 }), (drawn) => {
				const paragraphs = drawn.map(([own, kind]) => ({ text: own, kind }));
				const orders = paragraphs.flatMap(({ kind }, order) => (kind > 0 ? [order] : []));
				const passages = orders.map((order) => {
					const { text: whole, kind } = paragraphs[order] ?? { text: '', kind: 0 };
					return { text: whole, own: whole.replace(/a+/g, (match) => '\uFFFC'.repeat(match.length)), kind };
				});
				textsIn(passages, paragraphs, orders);
				const chosen = select(passages, ({ kind }) => kind > 1);
				expect(chosen).toEqual(passages.filter(({ kind }) => kind > 1));
				for (const expression of expressions)
					for (const within of ['text', 'own'] as const)
						for (const items of [passages, chosen]) {
							const apart = items.map((item) => ({ ...item }));
							expect(scan(items, within, expression)).toEqual(scan(apart, within, expression));
							expect(matching(items, within, expression)).toEqual(
								items.filter((item) => item[within].search(expression) >= 0),
							);
							expect(holds(items, within, 'a止')).toBe(items.some((item) => item[within].includes('a止')));
						}
			}),
		);
	});

	it('refuses what it cannot carry over', () => {
		expect(() => betweenSeams(/a/gm)).toThrow(SyntaxError);
		expect(() => betweenSeams(/a/gs)).toThrow(SyntaxError);
		expect(() => betweenSeams(/a/y)).toThrow(SyntaxError);
		expect(() => betweenSeams(/[\S]/g)).toThrow(SyntaxError);
	});
});

describe('needs', () => {
	// One table for all texts, as a run has it: none may see what another left there.
	const table = emptyUnits();
	const mayMatch = (expression: RegExp, own: string): boolean =>
		satisfied(clausesOf(needsOf(expression, true)), fillUnits(table, own));

	it.each([
		[/a|bc/, { any: ['a', { all: ['b', 'c'] }] }],
		[/(?<=第?[一二])界(?=人大|会)(?!x)y*/, { all: ['一二', '界', { any: [{ all: ['人', '大'] }, '会'] }] }],
		[/[^a]b{0,2}c{2,3}\d/, { all: ['c', '0123456789'] }],
		[/(?:a|)b\.[\]\-x]/, { all: ['b', '.', ']-x'] }],
		[/\p{Script=Han}\u4e00\s./u, { all: ['一', expect.stringContaining(' \u00a0') as string] }],
		[/[a-c]+|[\w]/, null],
		[/todo/i, null],
	])('reads %s', (expression, needs) => {
		expect(needsOf(expression)).toEqual(needs);
	});

	it.each([
		[/ab[cd]/, { all: [{ word: 'ab' }, 'cd', { beside: ['b', 'cd'] }] }],
		[
			/以下|[一二]如下{2}/,
			{
				any: [
					{ word: '以下' },
					{ all: ['一二', '如', { beside: ['一二', '如'] }, '下', { beside: ['如', '下'] }, { beside: ['下', '下'] }] },
				],
			},
		],
		[
			/a+b?c(?:d)e/,
			{ all: ['a', 'c', { beside: ['ab', 'c'] }, 'd', { beside: ['c', 'd'] }, 'e', { beside: ['d', 'e'] }] },
		],
		[/(?:a|)b(?:c|d?)e/, { all: ['b', 'e'] }],
		[
			/a(?=b)(?!x)(?:[bc]|d)/,
			{ all: ['a', 'b', { beside: ['a', 'b'] }, { any: ['bc', 'd'] }, { beside: ['a', 'bcd'] }] },
		],
		[/(?<=[ab])c(?<=x.)d/, { all: ['ab', 'c', { beside: ['ab', 'c'] }, 'x', 'd', { beside: ['c', 'd'] }] }],
		[
			/(?:^|a)b|(?:ab){2}c/,
			{
				any: ['b', { all: [{ word: 'ab' }, { beside: ['b', 'a'] }, 'c', { beside: ['b', 'c'] }] }],
			},
		],
		[/a.b^c/, { all: ['a', 'b', 'c'] }],
		[/\d\d[12]/, { all: ['0123456789', '0123456789', '12', { beside: ['0123456789', '12'] }] }],
		[/甲{2}乙|丙/, { any: [{ all: ['甲', { beside: ['甲', '甲'] }, '乙', { beside: ['甲', '乙'] }] }, '丙'] }],
	])('reads pairs of %s', (expression, needs) => {
		expect(needsOf(expression, true)).toEqual(needs);
	});

	it('sees whether characters stand side by side', () => {
		expect(mayMatch(/以下|下列/, '领导下，以县委')).toBe(false);
		expect(mayMatch(/以下|下列/, '报告以下情况')).toBe(true);
		expect(mayMatch(/(?:以下|下列)[一二]点|两点如下/, '以下两点')).toBe(false);
		expect(mayMatch(/(?:以下|下列)[一二]点|两点如下/, '两点如下')).toBe(true);
		const held = fillUnits(emptyUnits(), '报告以下情况');
		expect(['以下', '告', '', '下以', '报情'].map((words) => mayHold(words, held))).toEqual([
			true,
			true,
			true,
			false,
			false,
		]);
	});

	it('forgets a text when it holds another, however many there were', () => {
		expect(mayMatch(/甲乙/, '甲乙')).toBe(true);
		for (let text = 0; text < 600; text++) expect(mayMatch(/甲乙/, '丙丁')).toBe(false);
		expect(mayMatch(/甲乙/, '甲乙')).toBe(true);
	});

	it('never denies a text that matches', () => {
		fc.assert(
			fc.property(text, (own) => {
				for (const expression of expressions) {
					const matching = new RegExp(expression.source, expression.flags.replace('g', ''));
					if (!matching.test(own)) continue;
					fillUnits(table, own);
					expect(satisfied(clausesOf(needsOf(expression)), table), String(expression)).toBe(true);
					expect(satisfied(clausesOf(needsOf(expression, true)), table), String(expression)).toBe(true);
				}
			}),
		);
	});
});
