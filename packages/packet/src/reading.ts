/**
 * What of a paper a plan goes by, apart from the rest of its text: paragraphs that may cite the packet, those in which a
 * file mark may stand, and the roles of both. Small enough to be kept by content hash, so that a second plan reads only
 * the papers that have changed.
 */

import type { Break, HeaderFooterPlace, Lock, Manifest, Role, Where } from '@bianxu/model';
import { type Mention, mention as mentionOf } from '@bianxu/numbering';
import { markParagraphs } from './mark.ts';
import { mentionsIn } from './mention.ts';
import type { PaperParagraph, PaperReading } from './request.ts';

/**
 * True where a plan has to read every word: facts of the session (days, places, persons) are looked for in all texts once
 * they change, and so they are in papers that come back.
 */
export function needsWholeTexts(manifest: Manifest, lock: Lock | null): boolean {
	if (lock === null) return false;
	if ((lock.departures ?? []).length > 0) return true;
	if (lock.session !== undefined && JSON.stringify(lock.session) !== JSON.stringify(manifest.session)) return true;
	const persons = new Map(lock.materials.map(({ id, person }) => [id, person ?? '']));
	return manifest.items.some(({ materials }) =>
		materials.some(({ id, person }) => persons.has(id) && persons.get(id) !== person),
	);
}

/** The reading without what no plan looks at; `nouns` are those of the packet's own file mark. Blocks stay what they are. */
export function planReading({ doc, outline }: PaperReading, nouns: readonly string[]): PaperReading {
	const first = doc.paragraphs.find(({ where }) => where === 'body') ?? doc.paragraphs[0];
	const mentions = mentionsIn(doc.paragraphs, nouns);
	const kept = new Set(mentions.map(({ block }) => block));
	for (const { block } of markParagraphs({ doc, outline })) kept.add(block);
	if (first !== undefined) kept.add(first.block);
	const claims: PaperReading['outline']['claims'][number][] = [];
	const paragraphs = doc.paragraphs.map((paragraph): PaperParagraph => {
		const { block, where } = paragraph;
		const claim = outline.claims[block];
		if (!kept.has(block)) {
			claims.push(claim?.role === 'title' ? { block, role: 'title' } : unknownAt(block));
			return unreadAt(block, where);
		}
		claims.push({
			block,
			role: claim?.role ?? 'unknown',
			...(claim?.runInEnd === undefined ? {} : { runInEnd: claim.runInEnd }),
		});
		return {
			block,
			where,
			text: apart(paragraph.text),
			headerFooter: paragraph.headerFooter,
			breaks: paragraph.breaks,
			spans: paragraph.spans.flatMap(({ start, end, editable }) => (editable ? [] : [{ start, end, editable }])),
			runs: paragraph.runs.map(({ start, end, revision, field }) => ({
				start,
				end,
				...(revision === undefined ? {} : { revision }),
				...(field === undefined ? {} : { field }),
			})),
		};
	});
	const numbers = (entries: readonly { readonly number: number | null }[]): readonly { number: number | null }[] =>
		entries.map(({ number }) => ({ number }));
	return {
		doc: { paragraphs },
		mentions,
		outline: {
			title: apart(outline.title),
			claims,
			listedAttachments: numbers(outline.listedAttachments),
			presentAttachments: numbers(outline.presentAttachments),
		},
	};
}

/** A text by itself: what is cut from a part keeps the whole part in memory, and the readings of a packet are kept. */
function apart(text: string): string {
	return `${text} `.slice(0, -1);
}

const none: readonly never[] = [];

const unread = new Map<Where, PaperParagraph[]>();
const unknown: PaperReading['outline']['claims'][number][] = [];

/** A paragraph that no plan looks at. All papers share it: nearly all that a packet keeps would be copies of it. */
function unreadAt(block: number, where: Where): PaperParagraph {
	let known = unread.get(where);
	if (known === undefined) unread.set(where, (known = []));
	return (known[block] ??= { block, where, text: '', headerFooter: null, breaks: none, spans: none, runs: none });
}

function unknownAt(block: number): PaperReading['outline']['claims'][number] {
	return (unknown[block] ??= { block, role: 'unknown' });
}

/** A plan's reading as it is kept between runs: JSON, with what was left out counted and no more. */
export interface PackedReading {
	readonly title: string;
	readonly listed: readonly (number | null)[];
	readonly present: readonly (number | null)[];
	/** One letter a paragraph. */
	readonly wheres: string;
	/** Blocks of titles that are not among `kept`. */
	readonly titles: readonly number[];
	readonly kept: readonly PackedParagraph[];
	/** Block and mention, without the fields that say 'nothing of the kind'. */
	readonly mentions: readonly (readonly [block: number, mention: Parameters<typeof mentionOf>[0]])[];
}

/** Block, text, role, end of a run-in heading, runs (start, end, revision, field), shut spans, breaks, header or footer. */
type PackedParagraph = readonly [
	block: number,
	text: string,
	role: Role,
	runInEnd: number | null,
	runs: readonly (readonly [number, number, ('inserted' | null)?, string?])[],
	shut: readonly (readonly [number, number])[],
	breaks: readonly Break[],
	headerFooter: HeaderFooterPlace | null,
];

const letters: readonly (readonly [Where, string])[] = [
	['body', 'b'],
	['table', 't'],
	['textbox', 'x'],
	['header', 'h'],
	['footer', 'f'],
	['footnote', 'n'],
	['endnote', 'e'],
];
const letterOf = new Map(letters);
const whereOf = new Map(letters.map(([where, letter]) => [letter, where]));

function packMention({ kind, start, end, noun, ...rest }: Mention): Parameters<typeof mentionOf>[0] {
	const { terms, series, protection, session, attachment, title, counts, doubt } = rest;
	return {
		kind,
		start,
		end,
		noun,
		...(terms.length === 0 ? {} : { terms }),
		...(series === 'main' ? {} : { series }),
		...(protection === null ? {} : { protection }),
		...(session === null ? {} : { session }),
		...(attachment === null ? {} : { attachment }),
		...(title === null ? {} : { title }),
		...(counts === null ? {} : { counts }),
		...(doubt === null ? {} : { doubt }),
	};
}

/** Packs what `planReading` gave. */
export function packReading({ doc, outline, mentions = [] }: PaperReading): PackedReading {
	const kept: PackedParagraph[] = [];
	const titles: number[] = [];
	for (const { block, text, runs, spans, breaks, headerFooter } of doc.paragraphs) {
		const claim = outline.claims[block];
		const role = claim?.role ?? 'unknown';
		if (text === '' && runs.length === 0 && breaks.length === 0 && headerFooter === null) {
			if (role === 'title') titles.push(block);
			if (role === 'title' || role === 'unknown') continue;
		}
		kept.push([
			block,
			text,
			role,
			claim?.runInEnd ?? null,
			runs.map(({ start, end, revision, field }) =>
				field === undefined
					? revision === undefined
						? [start, end]
						: [start, end, revision]
					: [start, end, revision ?? null, field],
			),
			spans.map(({ start, end }) => [start, end]),
			breaks,
			headerFooter,
		]);
	}
	return {
		title: outline.title,
		listed: outline.listedAttachments.map(({ number }) => number),
		present: outline.presentAttachments.map(({ number }) => number),
		wheres: doc.paragraphs.map(({ where }) => letterOf.get(where) ?? 'b').join(''),
		titles,
		kept,
		mentions: mentions.map(({ block, mention }) => [block, packMention(mention)]),
	};
}

/** The reading that was packed. */
export function unpackReading(packed: PackedReading): PaperReading {
	const { title, listed, present, wheres, titles, kept, mentions } = packed;
	const claims: PaperReading['outline']['claims'][number][] = [];
	const paragraphs = [...wheres].map((letter, block): PaperParagraph => {
		claims.push(unknownAt(block));
		return unreadAt(block, whereOf.get(letter) ?? 'body');
	});
	for (const block of titles) claims[block] = { block, role: 'title' };
	for (const [block, text, role, runInEnd, runs, shut, breaks, headerFooter] of kept) {
		claims[block] = { block, role, ...(runInEnd === null ? {} : { runInEnd }) };
		paragraphs[block] = {
			block,
			where: whereOf.get(wheres.charAt(block)) ?? 'body',
			text,
			headerFooter,
			breaks,
			spans: shut.map(([start, end]) => ({ start, end, editable: false })),
			runs: runs.map(([start, end, revision = null, field]) => ({
				start,
				end,
				...(revision === null ? {} : { revision }),
				...(field === undefined ? {} : { field }),
			})),
		};
	}
	return {
		doc: { paragraphs },
		mentions: mentions.map(([block, fields]) => ({ block, mention: mentionOf(fields) })),
		outline: {
			title,
			claims,
			listedAttachments: listed.map((number) => ({ number })),
			presentAttachments: present.map((number) => ({ number })),
		},
	};
}
