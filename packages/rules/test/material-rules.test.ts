/** Rules on reports and personnel papers, on the fixtures: read, recognised, judged. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { resolveTemplate } from '@bianxu/config';
import { applyTextEdits, type Change, type CongressLevel, type Diagnostic, type Doc } from '@bianxu/model';
import { lowerDocx, lowerMarkdown, readDocx, readMarkdown } from '@bianxu/parser';
import { recognise } from '@bianxu/structure';
import { describe, expect, it } from 'vitest';
import { rules, runDocumentRules } from '../src/index.ts';

const fixtures = join(import.meta.dirname, '..', '..', '..', 'fixtures');
const host = {
	inflateRaw: (data: Uint8Array, maxOutput: number) =>
		new Uint8Array(inflateRawSync(data, { maxOutputLength: maxOutput })),
	deflateRaw: (data: Uint8Array) => new Uint8Array(deflateRawSync(data)),
};
const book = rules.filter(({ meta }) => /^(?:wr|dr|pr|salutation)-/.test(meta.id));

interface Fault {
	readonly file: string;
	readonly rule: string;
	readonly block: number;
}

function load(folder: string, name: string): Uint8Array {
	return new Uint8Array(readFileSync(join(fixtures, folder, name)));
}

function read(bytes: Uint8Array, name: string): Doc {
	const result = name.endsWith('.md') ? readMarkdown(bytes) : readDocx(bytes, host);
	if (result.refusal !== undefined) throw new Error(result.refusal.message.en);
	return result.doc;
}

/** The file after the changes, as `fix` writes it; a change that cannot be said fails the test. */
function rewrite(bytes: Uint8Array, name: string, changes: readonly Change[]): Uint8Array {
	if (name.endsWith('.md')) {
		const result = readMarkdown(bytes);
		if (result.refusal !== undefined) throw new Error(result.refusal.message.en);
		const { edits, unsayable } = lowerMarkdown(result.doc, result.text, changes);
		expect(unsayable).toEqual([]);
		const text = applyTextEdits(
			result.text,
			edits.map(({ range, text }) => ({ start: range.start, end: range.end, text })),
		);
		return new TextEncoder().encode(text);
	}
	const result = readDocx(bytes, host);
	if (result.refusal !== undefined) throw new Error(result.refusal.message.en);
	const lowered = lowerDocx(result.doc, result.source, changes);
	expect(lowered.unsayable).toEqual([]);
	return lowered.write(host);
}

function judge(folder: string, name: string, level: CongressLevel = 'prefecture'): readonly Diagnostic[] {
	return judgeBytes(load(folder, name), name, level);
}

function judgeBytes(bytes: Uint8Array, name: string, level: CongressLevel = 'prefecture'): readonly Diagnostic[] {
	const doc = read(bytes, name);
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

	it.each(papers('packet/faulty'))('%s: the fixes cure, and nothing else appears', (name) => {
		let bytes = load('packet/faulty', name);
		for (const { meta } of book) {
			const changes = judgeBytes(bytes, name).flatMap(({ rule, fix }) =>
				rule === meta.id ? (fix?.changes ?? []) : [],
			);
			if (changes.length > 0) bytes = rewrite(bytes, name, changes);
		}
		expect(judgeBytes(bytes, name).map(({ rule, place }) => `${rule}@${place.block}`)).toEqual([]);
	});
});

describe('a report that asks for nothing', () => {
	it('gets the closing sentence at its end, in the type of the text', () => {
		const name = '学前教育专项报告.docx';
		const clean = load('packet/clean', name);
		const without = read(clean, name).paragraphs.flatMap(({ block, text }): readonly Change[] => {
			if (text === '以上报告，请予审议。') return [{ kind: 'remove-paragraph', block }];
			const at = text.indexOf('，请予审议');
			return at < 0 ? [] : [{ kind: 'replace-text', block, start: at, end: at + 5, text: '' }];
		});
		expect(without.length).toBeGreaterThanOrEqual(2);
		const asked = rewrite(clean, name, without);
		const found = judgeBytes(asked, name);
		expect(found.map(({ rule }) => rule)).toEqual(['wr-request-present']);
		const fixed = rewrite(
			asked,
			name,
			found.flatMap(({ fix }) => fix?.changes ?? []),
		);
		expect(judgeBytes(fixed, name)).toEqual([]);
		const added = read(fixed, name).paragraphs.find(({ text }) => text === '以上报告，请予审议。');
		const kept = read(clean, name).paragraphs.find(({ text }) => text === '以上报告，请予审议。');
		expect(added?.runs[0]?.format).toEqual(kept?.runs[0]?.format);
		expect(added?.format.firstLineChars).toBe(200);
	});
});
