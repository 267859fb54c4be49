import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { resolveTemplate, templateNames } from '@bianxu/config';
import { describe, expect, it } from 'vitest';
import { ruleById, rules } from '../src/index.ts';
import { pageOf } from '../src/page.ts';

const source = join(import.meta.dirname, '..', 'src');
/** Folders of rules; other folders hold what several rules share. */
const folders = readdirSync(source, { withFileTypes: true })
	.filter((entry) => entry.isDirectory() && existsSync(join(source, entry.name, 'index.ts')))
	.map((entry) => entry.name);
const known = new Set(templateNames.flatMap((name) => Object.keys(resolveTemplate(name).rules)));

describe('the rule book', () => {
	it('lists every folder once, in alphabetical order', () => {
		expect(rules.map((rule) => rule.meta.id)).toEqual([...folders].sort());
	});

	it('has a test and examples in every folder', () => {
		for (const folder of folders) {
			expect(readdirSync(join(source, folder)).sort()).toEqual(
				expect.arrayContaining(['examples.ts', 'index.test.ts', 'index.ts', 'messages.ts']),
			);
		}
	});

	it('uses ids that the templates know, each number once', () => {
		for (const rule of rules) expect(known.has(rule.meta.id), rule.meta.id).toBe(true);
		const numbers = rules.map((rule) => rule.meta.number).filter((number) => number > 0);
		expect(new Set(numbers).size).toBe(numbers.length);
		// The whole catalogue: none of its 175 is left out, and what is beyond it concerns prints, or is listed here.
		expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 175 }, (_, index) => index + 1));
		const beyond = rules.filter(({ meta }) => meta.number === 0 && meta.group !== 'print').map(({ meta }) => meta.id);
		expect(beyond).toEqual(['allow-reason', 'brief-boilerplate', 'brief-length', 'brief-repeated']);
	});

	it('finds a rule by id and has a page for each in both languages', () => {
		expect(ruleById('no-such-rule')).toBeUndefined();
		for (const rule of rules) {
			expect(ruleById(rule.meta.id)).toBe(rule);
			expect(pageOf(rule, 'zh')).toContain(rule.meta.title.zh);
			expect(pageOf(rule, 'en')).toContain(rule.meta.title.en);
			expect(pageOf(rule, 'en')).toContain(rule.meta.id);
		}
	});
});
