/** Rules that need no roles, on the packet in fixtures/: read by the parser, judged, fixed, read again. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { resolveTemplate } from '@bianxu/config';
import type { Diagnostic, Doc, Outline, Rule } from '@bianxu/model';
import { lowerDocx, readDocx } from '@bianxu/parser';
import { describe, expect, it } from 'vitest';
import { ruleById, runDocumentRules } from '../src/index.ts';

const packet = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'packet');
const host = {
	inflateRaw: (data: Uint8Array, maxOutput: number) =>
		new Uint8Array(inflateRawSync(data, { maxOutputLength: maxOutput })),
	deflateRaw: (data: Uint8Array) => new Uint8Array(deflateRawSync(data)),
};

/** Rules of the page and of hygiene look at sections, footers and runs only. */
const book: readonly Rule[] = [
	'page-size-a4',
	'page-margin-top',
	'page-margin-left',
	'page-type-area',
	'page-number-present',
	'page-number-font',
	'page-number-dash',
	'page-number-position',
	'page-number-continuous',
	'page-header-empty',
	'page-orientation-mixed',
	'page-text-colour',
	'font-no-italic-underline',
	'draft-tracked-changes',
	'draft-placeholder',
	'table-width',
	'legacy-1999-element',
].flatMap((id) => ruleById(id) ?? []);

interface Fault {
	readonly file: string;
	readonly rule: string;
	readonly block: number;
}

function read(bytes: Uint8Array): Extract<ReturnType<typeof readDocx>, { doc: Doc }> {
	const result = readDocx(bytes, host);
	if (result.refusal !== undefined) throw new Error(result.refusal.message.en);
	return result;
}

/** Nothing is recognised: every paragraph is of unknown role. */
function blankOutline(doc: Doc): Outline {
	return {
		template: 'base',
		templateEvidence: [],
		unknownType: true,
		genre: '',
		delivery: 'unknown',
		claims: doc.paragraphs.map(({ block }) => ({ block, role: 'unknown', evidence: [], confidence: 0 })),
		title: '',
		headings: [],
		listedAttachments: [],
		presentAttachments: [],
		reporter: { post: '', person: '' },
	};
}

function judge(doc: Doc): readonly Diagnostic[] {
	return runDocumentRules(
		{ doc, outline: blankOutline(doc), template: resolveTemplate('base'), date: '2026-11-26' },
		book,
	).diagnostics;
}

function files(folder: string): readonly string[] {
	return readdirSync(join(packet, folder)).filter((name) => name.endsWith('.docx'));
}

function load(folder: string, name: string): Uint8Array {
	return new Uint8Array(readFileSync(join(packet, folder, name)));
}

describe('the clean packet', () => {
	it.each(files('clean'))('%s has no error and no warning', (name) => {
		const found = judge(read(load('clean', name)).doc).filter(({ severity }) => severity !== 'info');
		expect(found.map(({ rule, message }) => `${rule}: ${message.zh}`)).toEqual([]);
	});
});

describe('the faulty packet', () => {
	const faults = (JSON.parse(readFileSync(join(packet, 'faulty', 'faults.json'), 'utf8')) as readonly Fault[]).filter(
		({ file, rule }) => file.endsWith('.docx') && book.some(({ meta }) => meta.id === rule),
	);

	it('plants faults for these rules', () => {
		expect(faults.length).toBeGreaterThanOrEqual(5);
	});

	it.each(faults)('$file: $rule at block $block', ({ file, rule, block }) => {
		const found = judge(read(load('faulty', file)).doc);
		expect(found.map((diagnostic) => `${diagnostic.rule}@${diagnostic.place.block}`)).toContain(`${rule}@${block}`);
	});

	it.each(files('faulty'))('%s: fixes cure what they were offered for, and fixing again changes nothing', (name) => {
		let bytes = load('faulty', name);
		for (const rule of book) {
			const { doc, source } = read(bytes);
			const changes = judge(doc).flatMap((found) => (found.rule === rule.meta.id ? (found.fix?.changes ?? []) : []));
			const once = changes.filter(
				(change, index) =>
					change.kind !== 'page-numbers' || changes.findIndex(({ kind }) => kind === 'page-numbers') === index,
			);
			if (once.length === 0) continue;
			const lowered = lowerDocx(doc, source, once);
			expect(lowered.unsayable).toEqual([]);
			bytes = lowered.write(host);
			const left = judge(read(bytes).doc).filter((found) => found.rule === rule.meta.id && found.fix !== undefined);
			expect(left.map(({ message }) => message.zh)).toEqual([]);
		}
	});
});
