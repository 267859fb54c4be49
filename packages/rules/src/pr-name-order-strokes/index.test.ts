import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testRule } from '../../test/example-doc.ts';
import { rule } from './index.ts';
import { strokeTable } from './stroke-table.ts';
import { compareNames, coverage, strokesOf, unknownCharacters } from './strokes.ts';

testRule(rule);

const characters = strokeTable.flatMap((line) => Array.from(line).filter((sign) => !/[123?=]/.test(sign)));
const before = (a: string, b: string): void => {
	expect(compareNames(a, b, 'xingming').order, `${a} ${b}`).toBeLessThan(0);
	expect(compareNames(b, a, 'xingming').order, `${b} ${a}`).toBeGreaterThan(0);
};

describe('the table of strokes', () => {
	it('covers every character of the 通用规范汉字表, each once', () => {
		console.log(`stroke order: ${coverage()} of 8105 characters`);
		expect(coverage()).toBe(8105);
		expect(new Set(characters).size).toBe(8105);
		expect(strokeTable.join('').match(/\?/g)?.length).toBeLessThan(1400);
	});

	it('counts as the mainland standard forms are written', () => {
		const known: Readonly<Record<string, number>> = { 一: 1, 丁: 2, 马: 3, 及: 3, 王: 4, 比: 4, 北: 5, 刘: 6, 阮: 6 };
		const more: Readonly<Record<string, number>> = {
			陈: 7,
			花: 7,
			郎: 8,
			草: 9,
			骨: 9,
			黄: 11,
			萧: 11,
			曾: 12,
			魏: 17,
		};
		for (const [character, strokes] of Object.entries({ ...known, ...more, 喆: 12, 堃: 11, 祎: 8, 镕: 15, 䴙: 18 }))
			expect(strokesOf(character), character).toBe(strokes);
		expect(strokesOf('黃')).toBeNull();
	});

	it('agrees with the strokes that another project names', () => {
		const require = createRequire(import.meta.url);
		const file = require.resolve('cnchar-order');
		const written = new Map(
			[...readFileSync(file, 'utf8').matchAll(/"(\p{Script=Han})":"([a-z]+)"/gu)].map(([, a = '', b = '']) => [a, b]),
		);
		const both = characters.filter((character) => written.has(character));
		expect(both.length).toBeGreaterThan(6700);
		const differing = both.filter((character) => written.get(character)?.length !== strokesOf(character));
		expect(differing).toEqual(['皙']);
	});
});

describe('the order of names', () => {
	it('goes by strokes, then 横竖撇点折, then the next character', () => {
		before('丁一鸣', '万家和');
		before('王倩', '毛小平'); // 4 and 4: 横 before 撇
		before('李长河', '吴桂英'); // 7 and 7: 横 before 竖
		before('吴桂英', '何知远'); // 7 and 7: 竖 before 撇
		before('何知远', '沈怀远'); // 7 and 7: 撇 before 点
		before('沈怀远', '陈明'); // 7 and 7: 点 before 折
		before('张大利', '张富');
		before('李明', '李明华');
	});

	it('puts a two-character name first under 姓氏笔画 only', () => {
		before('田大利', '田富');
		expect(compareNames('田富', '田大利', 'xingshi').order).toBeLessThan(0);
		expect(compareNames('田富', '田丁', 'xingshi').order).toBeGreaterThan(0);
	});

	it('compares long names by the first character and knows what it does not know', () => {
		expect(compareNames('买买提·艾山', '买力克·吐尔逊', 'xingming').order).toBe(0);
		before('田大利', '买买提·艾山');
		expect(unknownCharacters('萬家和')).toEqual(['萬']);
		expect(unknownCharacters('買买提·艾山')).toEqual(['買']);
		expect(unknownCharacters('买买提·艾買')).toEqual([]);
	});

	it('is an order: antisymmetric, and transitive where it decides', () => {
		const name = fc.array(fc.constantFrom(...characters), { minLength: 2, maxLength: 3 }).map((each) => each.join(''));
		fc.assert(
			fc.property(name, name, name, fc.constantFrom('xingming' as const, 'xingshi' as const), (a, b, c, by) => {
				const order = (x: string, y: string): number => Math.sign(compareNames(x, y, by).order);
				expect(order(a, b)).toBe(-order(b, a) || 0);
				if (order(a, b) < 0 && order(b, c) < 0) expect(order(a, c)).toBeLessThanOrEqual(0);
			}),
			{ numRuns: 300 },
		);
	});
});
