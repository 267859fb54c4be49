import type { Change } from '@bianxu/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { host } from '../../../opc/test/host.ts';
import { lowerDocx, trackDocx } from '../../src/index.ts';
import { buildDocx } from '../docx/build-docx.ts';
import { factsOf } from '../track/facts.ts';
import { resolveRevisions } from '../track/resolve-revisions.ts';
import { arbitraryDocx, arbitrarySeed, changeFor, type Seed } from './arbitrary-doc.ts';
import { applyToModel, modelFacts, modelOf } from './model-doc.ts';
import { read } from './round-trip.ts';

const numRuns = process.env['BIANXU_FULL'] === '1' ? 3000 : 40;
const EVERY_KIND: readonly Change['kind'][] = [
	'replace-text',
	'format-run',
	'format-paragraph',
	'format-page',
	'insert-paragraph',
	'remove-paragraph',
];

/** Applies seeds one after the other, each to what the one before left. */
function inTurn(
	bytes: Uint8Array,
	seeds: readonly Seed[],
	each?: (before: Uint8Array, change: Change, after: Uint8Array) => void,
): Uint8Array {
	let now = bytes;
	for (const seed of seeds) {
		const { doc, source } = read(now);
		const change = changeFor(doc, seed);
		const lowered = lowerDocx(doc, source, [change], { direct: true });
		const after = lowered.write(host);
		each?.(now, change, after);
		now = after;
	}
	return now;
}

describe('changes of any document', () => {
	it('lowered and spliced one after the other, are the same changes on the model', () => {
		fc.assert(
			fc.property(
				arbitraryDocx(),
				fc.array(arbitrarySeed(EVERY_KIND), { minLength: 1, maxLength: 6 }),
				(bytes, seeds) => {
					const first = modelOf(read(bytes).doc);
					const [plain] = first.paragraphs;
					if (plain === undefined) throw new Error('no plain paragraph');
					let model = first;
					inTurn(bytes, seeds, (before, change, after) => {
						const { doc, source } = read(before);
						const refused = lowerDocx(doc, source, [change], { direct: true }).unsayable;
						// Nothing of an ordinary document is out of reach but an empty stretch and the paragraph that must stay.
						const empty = change.kind === 'format-run' && change.start === change.end;
						if (!empty && change.kind !== 'remove-paragraph') expect(refused).toEqual([]);
						if (refused.length === 0) model = applyToModel(model, change, plain);
						expect(modelFacts(modelOf(read(after).doc))).toEqual(modelFacts(model));
					});
				},
			),
			{ numRuns },
		);
	});

	it('all at once, through styles where these can say it, look as if said directly', () => {
		const kinds: readonly Change['kind'][] = ['format-run', 'format-paragraph'];
		let styles = 0;
		fc.assert(
			fc.property(
				arbitraryDocx(),
				fc.array(arbitrarySeed(kinds), { minLength: 1, maxLength: 2 }),
				fc.float({ min: 0, max: 1, noNaN: true }),
				(bytes, seeds, most) => {
					const { doc, source } = read(bytes);
					// The same wish for nearly all paragraphs, as the rules have it.
					const changes = seeds.flatMap((seed): readonly Change[] => {
						const [kind, , , , content] = seed;
						return doc.paragraphs.flatMap(({ block, text }): readonly Change[] => {
							if (block / doc.paragraphs.length > most * 2) return [];
							if (kind === 'format-paragraph') return [{ kind, block, format: content.paragraph }];
							return text === ''
								? []
								: [{ kind: 'format-run', block, start: 0, end: text.length, format: content.run }];
						});
					});
					const merged = changes.filter(
						(change, index) =>
							!changes
								.slice(0, index)
								.some(
									(other) =>
										'block' in other && 'block' in change && other.block === change.block && other.kind === change.kind,
								),
					);
					const direct = lowerDocx(doc, source, merged, { direct: true });
					const deep = lowerDocx(doc, source, merged);
					expect(deep.unsayable).toEqual(direct.unsayable);
					if (deep.edits.some((edit) => edit.range.part === '/word/styles.xml')) styles++;
					const facts = (written: Uint8Array): readonly unknown[] => modelFacts(modelOf(read(written).doc), true);
					expect(facts(deep.write(host))).toEqual(facts(direct.write(host)));
				},
			),
			{ numRuns: numRuns * 3 },
		);
		expect(styles).toBeGreaterThan(numRuns / 10);
	});

	it('as tracked changes: accepting gives the fix, rejecting the original', () => {
		fc.assert(
			fc.property(
				arbitraryDocx(true),
				fc.array(arbitrarySeed(EVERY_KIND), { minLength: 1, maxLength: 6 }),
				(bytes, seeds) => {
					const plain = inTurn(bytes, seeds);
					const tracked = trackDocx(read(bytes).source, read(plain).source, {
						author: '编序',
						date: '2026-11-26T00:00:00Z',
					});
					if (tracked.failed !== null) throw new Error(tracked.failed);
					const written = tracked.write(host);
					const facts = (file: Uint8Array): readonly unknown[] => factsOf(read(file).doc);
					expect(facts(written)).toEqual(facts(plain));
					expect(facts(resolveRevisions(written, 'accept'))).toEqual(facts(resolveRevisions(plain, 'accept')));
					expect(facts(resolveRevisions(written, 'reject'))).toEqual(facts(resolveRevisions(bytes, 'reject')));
					// A word may be put back by a later change: then nothing is left to track.
					const ids = [
						...new TextDecoder().decode(written).matchAll(/<w:(?:ins|del|\w+Change) w:id="(\d+)" w:author="编序"/g),
					].map(([, id]) => id);
					expect(new Set(ids).size).toBe(ids.length);
				},
			),
			{ numRuns },
		);
	});

	it('tells apart documents that differ (the comparison itself can fail)', () => {
		const facts = (body: string): readonly unknown[] => modelFacts(modelOf(read(buildDocx({ body })).doc));
		expect(facts('<w:p><w:r><w:t>甲</w:t></w:r></w:p>')).not.toEqual(
			facts('<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>甲</w:t></w:r></w:p>'),
		);
	});
});
