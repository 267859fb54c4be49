/** Rules on words, numbers and headings on fixtures/, as a user meets them: read, recognised, judged, fixed, read again. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { resolveTemplate } from '@bianxu/config';
import { applyTextEdits, type Change, type Diagnostic, type Doc, type RuleGroup } from '@bianxu/model';
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
const groups: ReadonlySet<RuleGroup> = new Set<RuleGroup>(['heading', 'punctuation', 'names-dates', 'reference']);
const book = rules.filter(({ scope, meta }) => scope === 'document' && groups.has(meta.group));
const covered = new Set(book.map(({ meta }) => meta.id));

interface Fault {
	readonly file: string;
	readonly rule: string;
	readonly block: number;
}

/** A file read, and how changes are written back into it. */
interface Material {
	readonly doc: Doc;
	readonly apply: (changes: readonly Change[]) => Uint8Array;
}

function read(name: string, bytes: Uint8Array): Material {
	if (name.endsWith('.md')) {
		const markdown = readMarkdown(bytes);
		if (markdown.refusal !== undefined) throw new Error(markdown.refusal.message.en);
		const { doc, text } = markdown;
		return {
			doc,
			apply: (changes) => {
				const { edits, unsayable } = lowerMarkdown(doc, text, changes);
				expect(unsayable).toEqual([]);
				const spans = edits.map((edit) => ({ start: edit.range.start, end: edit.range.end, text: edit.text }));
				return new TextEncoder().encode(applyTextEdits(text, spans));
			},
		};
	}
	const word = readDocx(bytes, host);
	if (word.refusal !== undefined) throw new Error(word.refusal.message.en);
	const { doc, source } = word;
	return {
		doc,
		apply: (changes) => {
			const lowered = lowerDocx(doc, source, changes);
			expect(lowered.unsayable).toEqual([]);
			return lowered.write(host);
		},
	};
}

function judge(doc: Doc): readonly Diagnostic[] {
	const outline = recognise(doc, { template: 'auto' });
	const template = resolveTemplate(outline.template);
	return runDocumentRules({ doc, outline, template, date: '2026-11-26' }, book).diagnostics;
}

function load(...path: readonly string[]): Uint8Array {
	return new Uint8Array(readFileSync(join(fixtures, ...path)));
}

function materials(...folder: readonly string[]): readonly string[] {
	return readdirSync(join(fixtures, ...folder)).filter((name) => /\.(?:docx|md)$/.test(name));
}

function told({ rule, place, message }: Diagnostic): string {
	return `${rule}@${place.block} 「${place.text.slice(place.start, place.end)}」 ${message.zh}`;
}

describe.each([['packet', 'clean'], ['packet', 'evening'], ['forms']])('%s %s', (...folder) => {
	it.each(materials(...folder))('%s has no error and no warning', (name) => {
		const { doc } = read(name, load(...folder, name));
		expect(
			judge(doc)
				.filter(({ severity }) => severity !== 'info')
				.map(told),
		).toEqual([]);
	});
});

describe('the faulty packet', () => {
	const faults = (
		JSON.parse(readFileSync(join(fixtures, 'packet', 'faulty', 'faults.json'), 'utf8')) as Fault[]
	).filter(({ rule }) => covered.has(rule));

	it('plants faults for many of these rules', () => {
		expect(new Set(faults.map(({ rule }) => rule)).size).toBeGreaterThanOrEqual(20);
	});

	it.each(materials('packet', 'faulty'))(
		'%s: the planted faults are found at their places, and nothing else',
		(name) => {
			const found = judge(read(name, load('packet', 'faulty', name)).doc).filter(({ severity }) => severity !== 'info');
			const places = new Set(found.map(({ rule, place }) => `${rule}@${place.block}`));
			const planted = new Set(faults.flatMap(({ file, rule, block }) => (file === name ? [`${rule}@${block}`] : [])));
			expect([...places].sort()).toEqual([...planted].sort());
		},
	);

	it.each(materials('packet', 'faulty'))('%s: all fixes together cure their faults and bring none', (name) => {
		const before = read(name, load('packet', 'faulty', name));
		const found = judge(before.doc).filter(({ fix }) => fix !== undefined);
		if (found.length === 0) return;
		const bytes = before.apply(found.flatMap(({ fix }) => fix?.changes ?? []));
		const after = judge(read(name, bytes).doc);
		expect(after.filter(({ fix }) => fix !== undefined).map(told)).toEqual([]);
		expect(after.length).toBe(judge(before.doc).length - found.length);
	});
});
