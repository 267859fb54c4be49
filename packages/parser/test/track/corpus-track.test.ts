import { describe, expect, it } from 'vitest';
import { docxCorpus, hasCorpus, readDocxCorpus } from '../../../opc/test/corpus.ts';
import { host } from '../../../opc/test/host.ts';
import { lowerDocx, readDocx, trackDocx } from '../../src/index.ts';
import { changesOf, everyKind } from '../lower/changes-of.ts';
import { read } from '../lower/round-trip.ts';
import { factsOf } from './facts.ts';
import { resolveRevisions } from './resolve-revisions.ts';

// BIANXU_FULL=1: all files; every day: each sixteenth.
const full = process.env['BIANXU_FULL'] === '1';
const REVISION = { author: '编序', date: '2026-11-26T00:00:00Z' };

describe.skipIf(!hasCorpus)('real documents with tracked changes', () => {
	const files = docxCorpus().filter((_, index) => full || index % 16 === 0);
	it.each(files)('%s: accepting gives the fix, rejecting the original', (name) => {
		const bytes = readDocxCorpus(name);
		const first = readDocx(bytes, host);
		if (first.refusal !== undefined) return;
		for (const kind of everyKind) {
			const changes = changesOf(first.doc, kind, full ? 400 : 20);
			const fixed = lowerDocx(first.doc, first.source, changes, { tracked: true }).write(host);
			const after = read(fixed);
			const tracked = trackDocx(first.source, after.source, REVISION);
			expect([kind, tracked.failed]).toEqual([kind, null]);
			if (tracked.failed !== null) continue;
			const written = tracked.write(host);
			if (fixed === bytes) {
				expect(written).toBe(bytes);
				continue;
			}
			const seen = read(written).doc;
			expect([kind, ...factsOf(seen)]).toEqual([kind, ...factsOf(after.doc)]);
			const furniture = kind !== 'page-numbers';
			const accepted = read(resolveRevisions(written, 'accept')).doc;
			const plain = read(resolveRevisions(fixed, 'accept')).doc;
			expect([kind, ...factsOf(accepted)]).toEqual([kind, ...factsOf(plain)]);
			const rejected = read(resolveRevisions(written, 'reject')).doc;
			const original = read(resolveRevisions(bytes, 'reject')).doc;
			expect([kind, ...factsOf(rejected, { furniture })]).toEqual([kind, ...factsOf(original, { furniture })]);
		}
	});
});
