/** What reject finds in a print has a page in the rule book. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolveTemplate } from '@bianxu/config';
import { comparePrint } from '@bianxu/proof';
import { describe, expect, it } from 'vitest';
import { ruleById, rules } from '../src/index.ts';
import { examplesOf } from '../src/examples.ts';
import { examplePage } from './example-print.ts';

describe('findings on prints', () => {
	it('name rules that explain knows, in every example', () => {
		const template = resolveTemplate('base');
		for (const { print } of rules.flatMap(examplesOf)) {
			if (print === undefined) continue;
			const frames = print.pages.map(examplePage);
			const fonts = (print.notEmbedded ?? []).map((name) => ({ name, embedded: false, subset: false }));
			const found = comparePrint({ frames, fonts }, template, print.source?.map(examplePage) ?? null);
			for (const { rule } of found) expect(ruleById(rule)?.meta.id).toBe(rule);
		}
	});

	it('name rules that explain knows, wherever the comparison of pages writes one', () => {
		const source = join(import.meta.dirname, '..', '..', 'proof', 'src');
		const named = readdirSync(source)
			.filter((name) => /^(?:compare|page-numbers|shift)/.test(name))
			.flatMap((name) => [
				...readFileSync(join(source, name), 'utf8').matchAll(/finding\(\s*template,\s*'([a-z0-9-]+)'/g),
			]);
		expect(named.length).toBeGreaterThan(15);
		for (const [, id = ''] of named) expect(ruleById(id)?.meta.id, id).toBe(id);
	});
});
