import { deflateRawSync } from 'node:zlib';
import type { Change, Doc } from '@bianxu/model';
import { describe, expect, it } from 'vitest';
import { docxCorpus, hasCorpus, readDocxCorpus } from '../../../opc/test/corpus.ts';
import { host } from '../../../opc/test/host.ts';
import { annotateDocx, lowerDocx, readDocx } from '../../src/index.ts';
import { changesOf, everyKind } from './changes-of.ts';
import { apply } from './round-trip.ts';

// BIANXU_FULL=1: all files and most of their paragraphs; every day: each fourth file and its beginning.
const full = process.env['BIANXU_FULL'] === '1';
const MOST = full ? 400 : 40;

describe.skipIf(!hasCorpus)('real documents', () => {
	const files = docxCorpus().filter((_, index) => full || index % 4 === 0);
	it.each(files)('%s: every kind of change reads back as planned', (name) => {
		const bytes = readDocxCorpus(name);
		const before = readDocx(bytes, host);
		if (before.refusal !== undefined) return;
		for (const kind of everyKind) {
			const changes = changesOf(before.doc, kind, MOST);
			const result = apply(bytes, changes);
			expect([kind, result.failure]).toEqual([kind, null]);
			if (result.edits === 0) expect(result.bytes).toEqual(bytes);
			if (kind === 'format-run' || kind === 'format-paragraph' || kind === 'format-page' || kind === 'page-numbers') {
				const unsaid = new Set(result.unsayable.map((entry) => entry.change));
				const again = apply(
					result.bytes,
					changes.filter((change) => !unsaid.has(change)),
				);
				expect([kind, again.edits]).toEqual([kind, 0]);
				checkFormats(
					result.doc,
					changes.filter((change) => !unsaid.has(change)),
				);
			}
		}
		const { doc, source } = before;
		const notes = doc.paragraphs
			.slice(0, MOST)
			.map(({ block, text }) => ({ block, start: text.length >> 1, end: text.length, text: '注' }));
		const written = annotateDocx(doc, source, notes, { author: '编序', date: '2026-11-26' }).write({
			deflateRaw: (data) => deflateRawSync(data),
		});
		const after = readDocx(written, host);
		if (after.refusal !== undefined) throw new Error(after.refusal.message.en);
		expect(after.doc.paragraphs.map(({ text }) => text)).toEqual(doc.paragraphs.map(({ text }) => text));
		if (written !== bytes) expect(after.doc.counts.comments).toBe(doc.counts.comments + notes.length);
		expect(lowerDocx(doc, source, []).write({ deflateRaw: (data) => data })).toBe(bytes);
	});
});

function checkFormats(doc: Doc, changes: readonly Change[]): void {
	for (const change of changes) {
		if (change.kind === 'format-run') {
			const { latin, ...format } = change.format;
			for (const run of doc.paragraphs[change.block]?.runs ?? []) {
				// Complex script (w:cs, w:rtl) takes its own font whatever the others are.
				if (run.start < change.start || run.format.ascii === run.format.eastAsia) continue;
				expect([change.block, run.format]).toMatchObject([change.block, { ...format, ascii: latin }]);
			}
		} else if (change.kind === 'format-paragraph') {
			expect([change.block, doc.paragraphs[change.block]?.format]).toMatchObject([change.block, change.format]);
		} else if (change.kind === 'format-page') {
			expect(doc.sections[change.section]).toMatchObject(change.page);
		}
	}
}
