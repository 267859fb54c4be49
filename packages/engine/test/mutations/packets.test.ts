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
import { type Dialect, dialects, writeIn } from './dialects.ts';
import { paragraph } from '../../../../scripts/fixtures/paper.ts';
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

function changed(own: Manifest, mutants: readonly Mutant[], dialect: Dialect): readonly PacketMember[] {
	const papers = new Map(
		mutants.map((mutant) => [idOf.get(mutant.source) ?? '', mutant.change(paperOf(mutant.source)).paper]),
	);
	const listed = new Set([...own.items.flatMap(({ materials }) => materials), ...own.unnumbered].map(({ id }) => id));
	return clean.flatMap((member) => {
		const paper = papers.get(member.id);
		if (!listed.has(member.id)) return [];
		return [paper === undefined ? member : memberOf(member.id, `${member.id}.docx`, writeIn(dialect, paper))];
	});
}

/** One line of a contents list for each numbered material: its mark, its title, its page. */
const entries = clean.flatMap(({ id, outline }) => {
	const mark = outline.claims.find(({ role }) => role === 'file-mark');
	const line = clean.find((each) => each.id === id)?.doc.paragraphs[mark?.block ?? -1];
	return line === undefined ? [] : [`${line.text}　${outline.title}`];
});

/** The packet with a contents list, which the fixture has not. */
function withContents(
	own: Manifest,
	lines: readonly string[],
	dialect: Dialect,
): { readonly own: Manifest; readonly member: PacketMember } {
	const base = paperOf('议程草案');
	const nodes = [
		paragraph('title', '目　录'),
		paragraph('blank', ''),
		...lines.map((line, at) => paragraph('body', `${line}……（${at * 4 + 1}）`)),
	];
	const member = memberOf('contents', 'contents.docx', writeIn(dialect, { ...base, nodes }));
	const unnumbered = [...own.unnumbered, { id: 'contents', file: 'contents.docx', kind: 'contents' as const }];
	return { own: { ...own, unnumbered }, member };
}

function judge(
	{ papers = [], manifest: change, lock, contents }: PacketMutant,
	dialect: Dialect = 'direct',
): readonly string[] {
	const plain = change?.(manifest as Manifest) ?? (manifest as Manifest);
	const listed = contents === undefined ? null : withContents(plain, contents(entries), dialect);
	const own = listed?.own ?? plain;
	const { byMember } = runPacketRules({
		manifest: own,
		members: [...changed(plain, papers, dialect), ...(listed === null ? [] : [listed.member])],
		template: resolveTemplate('base'),
		lock: lock?.(own) ?? null,
		date: '2026-11-24',
	});
	return [...byMember].flatMap(([id, found]) => found.map(({ rule }) => `${rule} in ${id}`));
}

it('finds nothing in the clean packet, with a contents list or without', () => {
	expect(judge({})).toEqual([]);
	expect(entries.length).toBe(16);
	expect(judge({ contents: (lines) => lines })).toEqual([]);
});

/** The long run writes each changed paper in every dialect, the everyday one in one of them by turns. */
const FULL = process.env['BIANXU_FULL'] === '1';

function dialectsOf({ papers = [], contents }: PacketMutant, order: number): readonly Dialect[] {
	if (papers.length === 0 && contents === undefined) return ['direct'];
	const possible = dialects.filter((dialect) => papers.every(({ without = [] }) => !without.includes(dialect)));
	return FULL ? possible : possible.filter((_, at) => at === order % possible.length);
}

describe.each(Object.entries(packetFaults))('%s', (rule, mutants) => {
	it.each(mutants.map((mutant, index) => ({ mutant, index })))('mutant $index is found', ({ mutant, index }) => {
		const shown = dialectsOf(mutant, index).map((dialect) => judge(mutant, dialect));
		for (const found of shown) {
			const said = JSON.stringify(found);
			expect(
				found.filter((each) => each.startsWith(`${rule} `)),
				said,
			).not.toEqual([]);
			// One fault is not told many times over, in all papers together.
			if (mutant.follows !== true) expect(found.length, said).toBeLessThanOrEqual(3);
			expect(found).toEqual(shown[0]);
		}
		expect(mutants.length).toBeGreaterThanOrEqual(3);
	});
});
