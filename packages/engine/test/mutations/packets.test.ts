import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest, resolveTemplate } from '@bianxu/config';
import type { Manifest, PacketMember } from '@bianxu/model';
import { readDocx, readMarkdown } from '@bianxu/parser';
import { runPacketRules } from '@bianxu/rules';
import { recognise } from '@bianxu/structure';
import { describe, expect, it } from 'vitest';
import { nodeWorld } from '../../../cli/src/node-world.ts';
import { sessionItems, sessionPapers } from '../../../../scripts/fixtures/session.ts';
import { writeIn } from './dialects.ts';
import { type Mutant, paperOf } from './mutant.ts';
import { packetFaults, type PacketMutant } from './packets.ts';

const folder = join(import.meta.dirname, '../../../../fixtures/packet/clean');
const { inflateRaw } = nodeWorld([]);
const idOf = new Map(
	[...sessionItems.flatMap(({ materials }) => materials), ...sessionPapers].map(({ id, source }) => [source, id]),
);

function memberOf(id: string, path: string, bytes: Uint8Array): PacketMember {
	const read = path.endsWith('.md') ? readMarkdown(bytes) : readDocx(bytes, { inflateRaw });
	if (read.refusal !== undefined) throw new Error(read.refusal.message.en);
	return { id, path, doc: read.doc, outline: recognise(read.doc, { template: 'auto' }) };
}

const { manifest } = readManifest(readFileSync(join(folder, 'packet.yaml'), 'utf8'));
if (manifest === null) throw new Error('packet.yaml was refused');
const clean = [...manifest.items.flatMap(({ materials }) => materials), ...manifest.unnumbered].map(({ id, file }) =>
	memberOf(id, file, new Uint8Array(readFileSync(join(folder, file)))),
);

function changed(own: Manifest, mutants: readonly Mutant[]): readonly PacketMember[] {
	const papers = new Map(
		mutants.map((mutant) => [idOf.get(mutant.source) ?? '', mutant.change(paperOf(mutant.source)).paper]),
	);
	const listed = new Set([...own.items.flatMap(({ materials }) => materials), ...own.unnumbered].map(({ id }) => id));
	return clean.flatMap((member) => {
		const paper = papers.get(member.id);
		if (!listed.has(member.id)) return [];
		return [paper === undefined ? member : memberOf(member.id, `${member.id}.docx`, writeIn('direct', paper))];
	});
}

function judge({ papers = [], manifest: change, lock }: PacketMutant): readonly string[] {
	const own = change?.(manifest as Manifest) ?? (manifest as Manifest);
	const { byMember } = runPacketRules({
		manifest: own,
		members: changed(own, papers),
		template: resolveTemplate('base'),
		lock: lock?.(own) ?? null,
		date: '2026-11-24',
	});
	return [...byMember].flatMap(([id, found]) => found.map(({ rule }) => `${rule} in ${id}`));
}

it('finds nothing in the clean packet', () => {
	expect(judge({})).toEqual([]);
});

describe.each(Object.entries(packetFaults))('%s', (rule, mutants) => {
	it.each(mutants.map((mutant, index) => ({ mutant, index })))('mutant $index is found', ({ mutant }) => {
		const found = judge(mutant);
		expect(
			found.filter((each) => each.startsWith(`${rule} `)),
			JSON.stringify(found),
		).not.toEqual([]);
		expect(mutants.length).toBeGreaterThanOrEqual(3);
	});
});
