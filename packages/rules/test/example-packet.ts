/**
 * Runs the examples of a packet rule as tests. An example is the second paper (m2, second item, 27 November) of a packet of
 * two whose first paper (m1, 「会议材料之一」, 26 November) is right: session 23 of the 17th term of 滨江市.
 */
import { resolveTemplate } from '@bianxu/config';
import type {
	Diagnostic,
	Lock,
	Manifest,
	ManifestMaterial,
	MaterialState,
	PacketMember,
	Rule,
	RuleExample,
} from '@bianxu/model';
import { describe, expect, it } from 'vitest';
import { runPacketRules } from '../src/run.ts';
import { applyChanges } from './apply-changes.ts';
import { type ExampleDocument, exampleDocument } from './build-example.ts';
import { exampleDate } from './example-doc.ts';
import { examplesOf } from '../src/examples.ts';

function material(id: string): ManifestMaterial {
	return {
		id,
		file: `${id}.docx`,
		title: '',
		kind: 'report',
		department: '',
		person: '',
		state: 'draft',
		copies: null,
		binding: 'loose',
		series: 'main',
		of: null,
		supplements: null,
		replaces: null,
	};
}

const item = (id: string, day: string, materials: readonly ManifestMaterial[]): Manifest['items'][number] => ({
	id,
	title: '',
	day,
	withdrawn: null,
	movedTo: null,
	materials,
});

/** The packet of the examples. */
export const exampleManifest: Manifest = {
	session: {
		place: '滨江市',
		level: 'prefecture',
		organ: '滨江市人民代表大会常务委员会',
		term: 17,
		meeting: 23,
		days: ['2026-11-26', '2026-11-27'],
	},
	profile: 'gbt9704-2012',
	numbering: { scheme: 'continuous', form: '会议材料之{n}', freezeAt: 'distributed', pages: 'material' },
	items: [item('i1', '2026-11-26', [material('m1')]), item('i2', '2026-11-27', [material('m2')])],
	unnumbered: [],
	schedule: [],
};

/** A lock of that packet: m1 and m2 numbered 1 and 2, in the state given. */
export function exampleLock(state: MaterialState): Lock {
	return {
		version: 1,
		scheme: 'continuous',
		items: ['i1', 'i2'],
		materials: ['m1', 'm2'].map((id, index) => ({
			id,
			number: String(index + 1),
			state,
			path: `${id}.docx`,
			sha256: '',
			item: `i${index + 1}`,
		})),
		tombstones: [],
		moves: [],
		pageMap: null,
	};
}

const first: RuleExample = {
	kind: 'good',
	title: '',
	paragraphs: [
		{ text: '会议材料之一', role: 'file-mark' },
		{ text: '关于2026年国民经济和社会发展计划执行情况的报告', role: 'title' },
		{ text: '——2026年11月26日在滨江市第十七届人民代表大会常务委员会第二十三次会议上', role: 'caption' },
	],
};

/** Findings of one packet rule on the given papers. */
export function judgePacket(
	rule: Rule,
	papers: readonly (ExampleDocument & { readonly id: string })[],
	manifest: Manifest = exampleManifest,
	lock: Lock | null = null,
): readonly (Diagnostic & { readonly member: string })[] {
	const members: readonly PacketMember[] = papers.map((paper) => ({ ...paper, path: `${paper.id}.docx` }));
	const { byMember } = runPacketRules(
		{ manifest, members, template: resolveTemplate('base'), lock, date: exampleDate },
		[rule],
	);
	return [...byMember].flatMap(([member, found]) => found.map((diagnostic) => ({ ...diagnostic, member })));
}

/** What differs from the packet of the head of this file: its first paper, its manifest. */
export interface PacketSetting {
	readonly first?: RuleExample;
	readonly manifest?: Manifest;
	/** Manifest of the good examples, where it and not the paper makes them good. */
	readonly goodManifest?: Manifest;
	readonly lock?: Lock;
}

function judge(
	rule: Rule,
	document: ExampleDocument,
	setting: PacketSetting,
): readonly (Diagnostic & { readonly member: string })[] {
	const papers = [
		{ id: 'm1', ...exampleDocument(setting.first ?? first) },
		{ id: 'm2', ...document },
	];
	return judgePacket(rule, papers, setting.manifest, setting.lock);
}

/** Declares the tests of one packet rule. */
export function testPacketRule(rule: Rule, setting: PacketSetting = {}): void {
	describe(rule.meta.id, () => {
		it('gives examples of both kinds', () => {
			expect(rule.scope).toBe('packet');
			expect(examplesOf(rule).filter(({ kind }) => kind === 'good').length).toBeGreaterThanOrEqual(1);
			expect(examplesOf(rule).filter(({ kind }) => kind === 'bad').length).toBeGreaterThanOrEqual(2);
		});

		it('says nothing of a paper alone', () => {
			const papers = [{ id: 'm1', ...exampleDocument(setting.first ?? first) }];
			expect(judgePacket(rule, papers, setting.goodManifest ?? setting.manifest, setting.lock)).toEqual([]);
		});

		for (const example of examplesOf(rule)) {
			it(`${example.kind}: ${example.title}`, () => {
				const document = exampleDocument(example);
				const own = example.kind === 'good' && setting.goodManifest !== undefined;
				const found = judge(rule, document, own ? { ...setting, manifest: setting.goodManifest } : setting);
				if (example.kind === 'good') {
					expect(found.map(({ message }) => message.zh)).toEqual([]);
					return;
				}
				expect(found.map(({ member }) => member)).toContain('m2');
				for (const { message, source, fix, place } of found) {
					expect(`${message.zh}${message.en}`).not.toMatch(/undefined|null|NaN|\[object/);
					if (source.level === 'practice' || source.level === 'project') expect(message.zh).not.toContain('规定');
					if (rule.meta.fix === 'none') expect(fix).toBeUndefined();
					if (rule.meta.fix === 'safe' && fix !== undefined) expect(fix.safety).toBe('safe');
					expect(place.end).toBeLessThanOrEqual(document.doc.paragraphs[place.block]?.text.length ?? 0);
				}
				const changes = found.filter(({ member }) => member === 'm2').flatMap(({ fix }) => fix?.changes ?? []);
				if (changes.length === 0) return;
				const after = applyChanges(document, changes);
				const text = after.doc.paragraphs.filter(({ headerFooter }) => headerFooter === null).map((each) => each.text);
				if (example.fixed !== undefined) expect(text.join('\n')).toBe(example.fixed);
				expect(judge(rule, after, setting).filter(({ fix }) => fix !== undefined)).toEqual([]);
			});
		}
	});
}
