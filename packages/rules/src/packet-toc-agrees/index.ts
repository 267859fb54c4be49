import type { PacketContext, PacketFinding, PacketMember, Rule } from '@bianxu/model';
import { parseFileMark, writeNumber } from '@bianxu/numbering';
import { listedOf, markOf } from '../material/packet.ts';
import { papersOf, wholeText } from '../material/papers.ts';
import { squeeze } from '../text/passages.ts';
import { replaceFix } from '../text/replacement.ts';
import { bianxu } from '../text/sources.ts';
import { description, notListed, otherNumber, otherPage, title } from './messages.ts';

/** A line of the contents that names one material. */
interface Entry {
	readonly member: PacketMember;
	readonly block: number;
	readonly text: string;
	/** Page at its end, with its place; null where none is written. */
	readonly page: { readonly value: number; readonly start: number; readonly end: number } | null;
}

/** 「……12」, 「（12）」, a tab and 「12」 at the end of a line. */
const PAGE = /(?<=[…·.．\t\s（(])(\d{1,4})[）)]?\s*$/;

/** Names under which a material may stand in the contents: its own title, and that of the manifest. */
function namesOf({ manifest }: PacketContext, member: PacketMember): readonly string[] {
	const material = listedOf(manifest, member)?.material;
	if (material === undefined) return [];
	// The organ may stand on a line of its own above the title, or the manifest may name it too.
	return [squeeze(member.outline.title), squeeze(material.title)].filter((each) => each !== '');
}

/** Lines that name a material and no other. Two papers of one title (two duty reports) are told apart by nobody. */
function entriesOf(context: PacketContext, contents: PacketMember): readonly Entry[] {
	const named = context.members.flatMap((member) => {
		const names = member.id === contents.id ? [] : namesOf(context, member);
		return names.length === 0 ? [] : [{ member, names }];
	});
	return contents.doc.paragraphs.flatMap(({ block, text }): readonly Entry[] => {
		const dense = squeeze(text);
		const meant = named.filter(({ names }) => names.some((name) => dense.includes(name)));
		const [only, ...more] = meant;
		if (only === undefined || more.length > 0) return [];
		const page = PAGE.exec(text);
		const value = page?.[1] ?? '';
		const start = page?.index ?? 0;
		return [
			{
				member: only.member,
				block,
				text,
				page: page === null ? null : { value: Number(value), start, end: start + value.length },
			},
		];
	});
}

/** The number before the title is that of the paper. */
function numberFinding({ manifest }: PacketContext, contents: PacketMember, entry: Entry): readonly PacketFinding[] {
	const { form } = manifest.numbering;
	const own = markOf(entry.member, form)?.mark;
	const title = squeeze(entry.member.outline.title);
	// The mark stands before the first character of the title that follows a blank or a colon.
	const head = /^\s*(\S{3,20}?)[\s：:]/.exec(entry.text)?.[1] ?? '';
	const written = head === '' || title.startsWith(head) ? null : parseFileMark(head, form);
	if (own === undefined || written === null || written.label === own.label) return [];
	const at = entry.text.indexOf(head);
	const [start, end] = [at + written.span.start, at + written.span.end];
	const expected = writeNumber(own.number, written.span.script);
	const actual = entry.text.slice(start, end);
	return [
		{
			member: contents.id,
			block: entry.block,
			start,
			end,
			message: otherNumber(entry.member.outline.title, actual, expected),
			expected,
			actual,
			fix: replaceFix(entry.block, start, end, expected, 'safe'),
		},
	];
}

/**
 * With page numbers through the packet, pages of entries follow the pages of the last print: the contents may count from
 * its first page or its first material, so what most entries say decides, and the others are told.
 */
function pageFindings(
	{ manifest, lock }: PacketContext,
	contents: PacketMember,
	entries: readonly Entry[],
): readonly PacketFinding[] {
	const map = lock?.pageMap ?? null;
	if (manifest.numbering.pages !== 'packet' || map === null) return [];
	const first = new Map(map.entries.map((each) => [each.id, each.first]));
	const paged = entries.flatMap(({ member, block, page }) => {
		const at = first.get(member.id);
		return page === null || at === undefined ? [] : [{ member, block, page, at, ahead: page.value - at }];
	});
	const counts = new Map<number, number>();
	for (const { ahead } of paged) counts.set(ahead, (counts.get(ahead) ?? 0) + 1);
	const [usual, most] = [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0]);
	if (most * 2 <= paged.length) return [];
	return paged
		.filter(({ ahead }) => ahead !== usual)
		.map(({ member, block, page, at }) => {
			const expected = String(at + usual);
			const actual = String(page.value);
			const { start, end } = page;
			const message = otherPage(member.outline.title, actual, expected);
			const fix = replaceFix(block, start, end, expected, 'safe');
			return { member: contents.id, block, start, end, message, expected, actual, fix };
		});
}

function check(context: PacketContext): { readonly findings: readonly PacketFinding[] } {
	const { members } = context;
	return {
		findings: papersOf(context, 'contents').flatMap((contents) => {
			const text = wholeText(contents);
			const missing = members.flatMap((member): readonly PacketFinding[] => {
				const names = member.id === contents.id ? [] : namesOf(context, member);
				const name = squeeze(member.outline.title);
				if (name === '' || names.length === 0 || names.some((each) => text.includes(each))) return [];
				return [{ member: contents.id, block: 0, start: 0, end: 0, message: notListed(name), expected: name }];
			});
			const entries = entriesOf(context, contents);
			return [
				...missing,
				...entries.flatMap((entry) => numberFinding(context, contents, entry)),
				...pageFindings(context, contents, entries),
			];
		}),
	};
}

export const rule: Rule = {
	scope: 'packet',
	meta: {
		id: 'packet-toc-agrees',
		number: 163,
		group: 'packet',
		title,
		description,
		severity: 'error',
		fix: 'safe',
		source: bianxu,
		needsFormat: false,
	},
	check,
};
