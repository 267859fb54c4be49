/** Rules on reports and personnel papers, on the fixtures: read, recognised, judged. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { resolveTemplate } from '@bianxu/config';
import type { CongressLevel, Diagnostic, Doc } from '@bianxu/model';
import { readDocx, readMarkdown } from '@bianxu/parser';
import { recognise } from '@bianxu/structure';
import { describe, expect, it } from 'vitest';
import { rules, runDocumentRules } from '../src/index.ts';

const fixtures = join(import.meta.dirname, '..', '..', '..', 'fixtures');
const host = {
	inflateRaw: (data: Uint8Array, maxOutput: number) =>
		new Uint8Array(inflateRawSync(data, { maxOutputLength: maxOutput })),
};
const book = rules.filter(({ meta }) => /^(?:wr|dr|pr|salutation)-/.test(meta.id));

interface Fault {
	readonly file: string;
	readonly rule: string;
	readonly block: number;
}

function read(path: string): Doc {
	const bytes = new Uint8Array(readFileSync(path));
	const result = path.endsWith('.md') ? readMarkdown(bytes) : readDocx(bytes, host);
	if (result.refusal !== undefined) throw new Error(result.refusal.message.en);
	return result.doc;
}

function judge(folder: string, name: string, level: CongressLevel = 'prefecture'): readonly Diagnostic[] {
	const doc = read(join(fixtures, folder, name));
	const outline = recognise(doc, { template: 'auto' });
	const template = resolveTemplate(outline.template, { level });
	return runDocumentRules({ doc, outline, template, date: '2026-11-26' }, book).diagnostics;
}

function papers(folder: string): readonly string[] {
	return readdirSync(join(fixtures, folder)).filter((name) => /\.(?:docx|md)$/.test(name));
}

describe.each([
	['packet/clean', 'prefecture'],
	['packet/evening', 'prefecture'],
	['forms', 'prefecture'],
	['forms/county', 'county'],
] as const)('good papers in %s', (folder, level) => {
	it.each(papers(folder))('%s has no error and no warning', (name) => {
		const found = judge(folder, name, level).filter(({ severity }) => severity !== 'info');
		expect(found.map(({ rule, place, message }) => `${rule}@${place.block}: ${message.zh}`)).toEqual([]);
	});
});

describe('the faulty packet', () => {
	const all = JSON.parse(readFileSync(join(fixtures, 'packet', 'faulty', 'faults.json'), 'utf8')) as readonly Fault[];
	const faults = all.filter(({ rule }) => book.some(({ meta }) => meta.id === rule));

	it('plants faults for these rules', () => {
		expect(faults.length).toBeGreaterThanOrEqual(10);
	});

	it.each(papers('packet/faulty'))('%s: what is planted is found at its place, and nothing else', (name) => {
		const found = judge('packet/faulty', name).filter(({ severity }) => severity !== 'info');
		const wanted = faults.filter(({ file }) => file === name).map(({ rule, block }) => `${rule}@${block}`);
		expect(found.map(({ rule, place }) => `${rule}@${place.block}`).sort()).toEqual([...wanted].sort());
	});
});
