/** Rules on a packet, on the fixture packet: clean as it is, and with its manifest or its order changed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { readManifest, resolveTemplate } from '@bianxu/config';
import type { Manifest, PacketMember } from '@bianxu/model';
import { readDocx, readMarkdown } from '@bianxu/parser';
import { recognise } from '@bianxu/structure';
import { describe, expect, it } from 'vitest';
import { ruleById, runPacketRules } from '../src/index.ts';

const ids = ['packet-session-same', 'packet-date-same', 'packet-number-unique', 'packet-mark-form-same'];
const book = ids.flatMap((id) => ruleById(id) ?? []);
const host = {
	inflateRaw: (data: Uint8Array, maxOutput: number) =>
		new Uint8Array(inflateRawSync(data, { maxOutputLength: maxOutput })),
};

function load(name: 'clean' | 'faulty'): { readonly manifest: Manifest; readonly members: readonly PacketMember[] } {
	const folder = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'packet', name);
	const { manifest } = readManifest(readFileSync(join(folder, 'packet.yaml'), 'utf8'));
	if (manifest === null) throw new Error('packet.yaml was refused');
	const papers = [...manifest.items.flatMap(({ materials }) => materials), ...manifest.unnumbered];
	const members = papers.map(({ id, file }) => {
		const bytes = new Uint8Array(readFileSync(join(folder, file)));
		const read = file.endsWith('.md') ? readMarkdown(bytes) : readDocx(bytes, host);
		if (read.refusal !== undefined) throw new Error(read.refusal.message.en);
		return { id, path: file, doc: read.doc, outline: recognise(read.doc, { template: 'auto' }) };
	});
	return { manifest, members };
}

function judge(manifest: Manifest, members: readonly PacketMember[]): readonly string[] {
	const { byMember } = runPacketRules({ manifest, members, template: resolveTemplate('base') }, book);
	return [...byMember].flatMap(([member, found]) => found.map(({ rule }) => `${member} ${rule}`)).sort();
}

const clean = load('clean');

function withSession(change: Partial<Manifest['session']>): Manifest {
	return { ...clean.manifest, session: { ...clean.manifest.session, ...change } };
}

describe('the fixture packet', () => {
	it('has rules to judge it by', () => {
		expect(book).toHaveLength(ids.length);
		expect(clean.members.length).toBeGreaterThan(15);
	});

	it('is clean', () => {
		expect(judge(clean.manifest, clean.members)).toEqual([]);
	});

	it('has no fault of these rules among the planted ones', () => {
		const faulty = load('faulty');
		expect(judge(faulty.manifest, faulty.members)).toEqual([]);
	});

	it('names another session in every delivered paper when the manifest moves on', () => {
		const found = judge(withSession({ meeting: 24 }), clean.members);
		expect(found).toEqual(
			expect.arrayContaining(['m1', 'm3', 'm12', 'agenda'].map((id) => `${id} packet-session-same`)),
		);
		expect(found.every((each) => each.endsWith('packet-session-same'))).toBe(true);
	});

	it('stands on another day when an item moves', () => {
		const items = clean.manifest.items.map((item) => (item.id === 'i7' ? { ...item, day: '2026-11-26' } : item));
		expect(judge({ ...clean.manifest, items }, clean.members)).toEqual([
			'm12 packet-date-same',
			'm13 packet-date-same',
		]);
	});

	it('is out of order when the agenda changes', () => {
		const [first, second, ...rest] = clean.manifest.items;
		const items = [second, first, ...rest].flatMap((item) => item ?? []);
		expect(judge({ ...clean.manifest, items }, clean.members)).toContain('m1 packet-number-unique');
	});

	it('repeats a number when one file is there twice', () => {
		const members = clean.members.map((member) =>
			member.id === 'm2' ? { ...member, ...clean.members.find(({ id }) => id === 'm1'), id: 'm2' } : member,
		);
		expect(judge(clean.manifest, members)).toEqual(['m2 packet-number-unique']);
	});

	it('has another form of mark everywhere when the manifest asks for one', () => {
		const numbering = { ...clean.manifest.numbering, form: '会议文件（{n}）' };
		const found = judge({ ...clean.manifest, numbering }, clean.members);
		expect(found.filter((each) => each.endsWith('packet-mark-form-same'))).toHaveLength(16);
		expect(found).toHaveLength(16);
	});
});
