import type { Lock } from '@bianxu/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig, readLock, writeLock } from '../src/index.ts';
import { readPlainYaml } from '../src/plain-yaml.ts';
import { readAnyYaml } from '../src/yaml-tree.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 30 });
const word = fc.stringMatching(/^[a-z][a-z0-9.-]{0,8}$/);
const day = fc.constantFrom('2026-11-26', '2024-02-29');
const small = fc.nat(500);
const state = fc.constantFrom('draft', 'numbered', 'printed', 'distributed', 'withdrawn');
const label = fc.option(fc.constantFrom('5', '7-2', '12-1', '补1'));

const lock: fc.Arbitrary<Lock> = fc.record({
	version: fc.constant(1 as const),
	scheme: fc.constantFrom('continuous', 'item', 'frozen'),
	session: fc.record(
		{
			place: word,
			level: fc.constantFrom('province', 'prefecture', 'county'),
			organ: word,
			term: fc.integer({ min: 1, max: 99 }),
			meeting: fc.integer({ min: 1, max: 99 }),
			days: fc.array(day),
			venue: word,
			attendees: fc.constantFrom({}, { 市发展改革委主任: '王某某', 'a: b': '{李}' }),
		},
		{ requiredKeys: ['place', 'level', 'organ', 'term', 'meeting', 'days'] },
	),
	items: fc.array(word),
	materials: fc.array(
		fc.record(
			{ id: word, number: label, state, path: word, sha256: word, item: word, person: word },
			{ requiredKeys: ['id', 'number', 'state', 'path', 'sha256', 'item'] },
		),
	),
	tombstones: fc.array(fc.record({ id: word, number: fc.constantFrom('5', '补2'), reason: text, on: day })),
	moves: fc.array(fc.record({ id: word, from: label, to: label, on: day })),
	held: fc.array(
		fc.oneof(
			fc.record(
				{ in: word, block: small, start: small, text, target: fc.option(word), open: fc.constant(true as const) },
				{ requiredKeys: ['in', 'block', 'start', 'text', 'target'] },
			),
			fc.record({
				in: word,
				block: small,
				start: small,
				text,
				target: fc.option(word),
				accepted: fc.record({ by: word, on: day }),
			}),
		),
	),
	departures: fc.array(
		fc.record(
			{
				ids: fc.array(word),
				numbers: fc.array(fc.record({ id: word, number: word })),
				items: fc.array(word),
				gone: fc.array(word),
			},
			{ requiredKeys: ['ids', 'numbers', 'items'] },
		),
	),
	pageMap: fc.option(
		fc.record({
			file: word,
			on: day,
			entries: fc.array(
				fc.record({ id: word, pages: small, first: small, hash: word, blocks: fc.array(fc.tuple(small, small)) }),
			),
		}),
	),
});

describe('packet.lock.yaml', () => {
	it('what is written is read back, and written the same again', () => {
		fc.assert(
			fc.property(lock, (each) => {
				const written = writeLock(each);
				const read = readLock(written);
				expect(read.problems).toEqual([]);
				expect(read.lock).toEqual(each);
				if (read.lock !== null) expect(writeLock(read.lock)).toBe(written);
				// The short way, where it reads a lock, reads the same tree as the general reader.
				const short = readPlainYaml(written);
				if (short !== null) expect(short).toEqual(readAnyYaml(written, 'lock').root);
			}),
			{ numRuns: 80 },
		);
	});

	it('has one line per entry', () => {
		const written = writeLock({
			version: 1,
			scheme: 'continuous',
			items: ['i1'],
			materials: [{ id: 'm1', number: '1', state: 'numbered', path: 'a: b.md', sha256: 'ab', item: 'i1' }],
			tombstones: [],
			moves: [{ id: 'm1', from: null, to: '1', on: '2026-11-26' }],
			pageMap: null,
		});
		expect(readPlainYaml(written)).not.toBeNull();
		expect(written.split('\n').slice(1)).toEqual([
			'version: 1',
			'scheme: continuous',
			'items: ["i1"]',
			'materials:',
			'  - { id: "m1", number: "1", state: "numbered", path: "a: b.md", sha256: "ab", item: "i1" }',
			'tombstones: []',
			'moves:',
			'  - { id: "m1", from: null, to: "1", on: "2026-11-26" }',
			'pageMap: null',
			'',
		]);
	});

	it.each(['', 'version: 2', 'version: 1\nscheme: no', 'version: 1\nmaterials: [{ id: m1 }]', 'materials: []'])(
		'refuses %j instead of guessing',
		(damaged) => {
			expect(readLock(damaged).lock).toBeNull();
			expect(readLock(damaged).problems.length).toBeGreaterThan(0);
		},
	);
});

describe('bianxu.yaml', () => {
	it('reads what a folder wants', () => {
		const { config, problems } = readConfig(
			'profile: gbt9704-2012\nlevel: county\nplace: 滨江市\nbaseline: 已知.json\nrules:\n  font-body: off\n  size-body: { severity: warning, params: { tolerance: 1 } }\n',
		);
		expect(problems).toEqual([]);
		expect(config).toEqual({
			profile: 'gbt9704-2012',
			level: 'county',
			place: '滨江市',
			baseline: '已知.json',
			rules: { 'font-body': { severity: 'off' }, 'size-body': { severity: 'warning', params: { tolerance: 1 } } },
		});
		expect(readConfig('')).toEqual({ config: {}, problems: [] });
	});

	it('says what is wrong, with the line and the word that was meant', () => {
		expect(readConfig('\nlevle: county').problems[0]?.message.zh).toBe('第2行第1列：不认识的键 levle，是不是 level？');
		expect(readConfig('level: village').config).toBeNull();
		expect(readConfig('- a').config).toBeNull();
	});
});
