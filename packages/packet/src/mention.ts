/** One paper's mentions of the packet: found, bound, judged. */

import type { Bilingual, HeldReference, PlannedReference } from '@bianxu/model';
import {
	compareNumbers,
	mayCitePacket,
	type Mention,
	numbersWritten,
	scanReferences,
	writeNumber,
} from '@bianxu/numbering';
import type { TextPiece } from './bind.ts';
import { judgeNumber } from './judge-number.ts';
import { judgeAttachment, judgeCount, judgeNeighbour, judgeTitle } from './judge-other.ts';
import { isShut, sentenceOf } from './place-of-text.ts';
import type { PacketPaper, PaperParagraph, PlacedMention } from './request.ts';
import type { Register, Scene } from './scene.ts';
import { type FoundMention, type JudgeContext, type Meant, note, type Spot, type Verdict } from './spot.ts';

/** What a scheme is counted by: what becomes of a mention, and the edits that its proposal would make. */
export interface Outcome {
	readonly reference: Pick<PlannedReference, 'in' | 'block' | 'status' | 'accepted'>;
	readonly pieces: readonly TextPiece[];
	/** True for a material number, false for agenda ordinals, counts, titles and attachments. */
	readonly counted: 'material' | 'agenda' | null;
}

/** A judged mention with all that is shown of it. */
export interface Judged extends Outcome {
	readonly reference: PlannedReference;
	/** Stretch of the digits, which a sign-off with a bare number replaces. */
	readonly digits: { readonly start: number; readonly end: number } | null;
	/** The binding kept from the last apply, if there is one. */
	readonly held: HeldReference | null;
	readonly meant: Meant | null;
	/** True when a term of the mention is a range. */
	readonly ranged: boolean;
}

/** Headings and titles: their text is never touched (design, packet). */
const untouched = new Set(['title', 'heading-1', 'heading-2', 'heading-3', 'heading-4']);

/** Mentions in these paragraphs of what a packet judges, in order. */
export function mentionsIn(paragraphs: readonly PaperParagraph[], nouns: readonly string[]): readonly PlacedMention[] {
	const found: PlacedMention[] = [];
	const options = { nouns };
	for (let at = 0; at < paragraphs.length; at += 1) {
		const paragraph = paragraphs[at];
		if (paragraph === undefined || !mayCitePacket(paragraph.text, nouns)) continue;
		for (const mention of scanReferences(paragraph.text, options))
			if (judged.has(mention.kind)) found.push({ block: paragraph.block, mention });
	}
	return found;
}

/**
 * Reads papers for mentions, each once, however many schemes are planned over them. `nouns`: those of the packet's own
 * file mark. Blocks of file marks are left out.
 */
export function mentionFinder(
	marks: Scene['marks'],
	nouns: readonly string[],
	spoken: ReadonlySet<string>,
): (paper: PacketPaper) => readonly FoundMention[] {
	const known = new Map<string, readonly FoundMention[]>();
	return (paper) => {
		const before = known.get(paper.id);
		if (before !== undefined) return before;
		const skipped = new Set(marks.get(paper.id)?.map(({ block }) => block));
		const aloud = spoken.has(paper.id);
		const found: FoundMention[] = [];
		for (const { block, mention } of paper.mentions ?? mentionsIn(paper.doc.paragraphs, nouns)) {
			const paragraph = paper.doc.paragraphs[block];
			if (paragraph !== undefined && !skipped.has(block)) found.push(foundMention(paragraph, mention, aloud));
		}
		known.set(paper.id, found);
		return found;
	};
}

/** Kinds that the packet judges; the others are the rules' business. */
const judged: ReadonlySet<Mention['kind']> = new Set(['X1', 'X2', 'X3', 'X7', 'X8', 'X9', 'X10', 'X18', 'X22']);

function foundMention(paragraph: PaperParagraph, mention: Mention, spoken: boolean): FoundMention {
	let known: ReturnType<FoundMention['sentence']> | null = null;
	const sentence = (): ReturnType<FoundMention['sentence']> => {
		known ??= sentenceOf(paragraph.text, mention.start, mention.end, spoken);
		return known;
	};
	return { paragraph, mention, from: numbersWritten(paragraph.text, mention.terms), sentence };
}

/** What the mentions of every paper came to under another scheme, in the order in which they are found. */
export interface Earlier {
	readonly scene: Scene;
	readonly judged: ReadonlyMap<string, readonly (Judged | null)[]>;
}

/** All mentions of a paper in document order; null for one that does not concern the packet. */
export function judgePaper(packet: JudgeContext, paper: PacketPaper): readonly (Judged | null)[] {
	const context = contextOf(packet, paper);
	const found = context.found(paper);
	const held = matchHeld(found, context.held.get(paper.id) ?? []);
	return found.map((each, at) => judgeOne(context, paper, each, held.get(at) ?? null));
}

/**
 * The same under another scheme, for its counts. Where the numbers that a mention means are the same as under the `earlier`
 * scheme, its verdict is taken from there.
 */
export function judgeAnew(packet: JudgeContext, paper: PacketPaper, earlier: Earlier): readonly (Outcome | null)[] {
	const context = contextOf(packet, paper);
	const found = context.found(paper);
	const before = earlier.judged.get(paper.id);
	const registerBefore = registerFor(earlier.scene, paper.id);
	const { materialRegister } = context.scene;
	const held = matchHeld(found, context.held.get(paper.id) ?? []);
	return found.map((each, at): Outcome | null => {
		const known = before?.[at] ?? null;
		if (known !== null) {
			if (meansTheSame(each.mention, known, registerBefore, materialRegister)) return known;
			const restated = restate(context, paper, each, known, materialRegister);
			if (restated !== null) return restated;
		}
		return judgeOne(context, paper, each, held.get(at) ?? null);
	});
}

/** The text of a paper that was away speaks of the numbers that it knew. */
function contextOf(packet: JudgeContext, paper: PacketPaper): JudgeContext {
	const then = packet.scene.returning.get(paper.id);
	if (then === undefined) return packet;
	return {
		...packet,
		scene: { ...packet.scene, materialRegister: then.materials, agendaRegister: then.agenda },
		sessions: then.session === null ? packet.sessions : [then.session, ...packet.sessions],
	};
}

function registerFor(scene: Scene, id: string): Register {
	return scene.returning.get(id)?.materials ?? scene.materialRegister;
}

/** Nothing that a verdict depends on differs between the schemes: agenda ordinals, and single numbers that stay the same. */
function meansTheSame(mention: Mention, { reference, ranged }: Judged, before: Register, now: Register): boolean {
	switch (mention.kind) {
		case 'X10':
			return true;
		case 'X7':
		case 'X8':
		case 'X9':
			break;
		default:
			return false;
	}
	if (ranged || mention.terms.length === 0 || mention.doubt !== null) return false;
	if (reference.target === null) return true;
	return reference.target.includes(',')
		? reference.target.split(',').every((id) => keepsNumber(id, before, now))
		: keepsNumber(reference.target, before, now);
}

function keepsNumber(id: string, before: Register, now: Register): boolean {
	const was = before.next.get(id);
	const is = now.next.get(id);
	return was === undefined ? is === undefined : is !== undefined && compareNumbers(was, is) === 0;
}

/**
 * What becomes of one number of one paper that was valid under the earlier scheme: bound as it was, it has another number
 * now and nothing else. Null where more than that may differ.
 */
function restate(
	context: JudgeContext,
	paper: PacketPaper,
	{ paragraph, mention }: FoundMention,
	known: Judged,
	now: Register,
): Outcome | null {
	const { reference, ranged, held, counted } = known;
	const { kind, terms, doubt, protection, series } = mention;
	const term = terms[0];
	if (
		(kind !== 'X7' && kind !== 'X8' && kind !== 'X9') ||
		term === undefined ||
		terms.length > 1 ||
		ranged ||
		held !== null
	)
		return null;
	if (doubt !== null || protection !== null || reference.status !== 'valid' || reference.target === null) return null;
	const number = now.next.get(reference.target);
	if (number === undefined || number.series !== series) return null;
	const { start, end, script } = term.from;
	const text = writeNumber(number, script);
	if (text === paragraph.text.slice(start, end)) return { reference, pieces: none, counted };
	const pieces = [{ start, end, text }];
	const shut = hindrance({ context, paper, paragraph, mention }, pieces) !== null;
	return { reference: shut ? { ...reference, status: 'check' } : reference, pieces, counted };
}

const none: readonly TextPiece[] = [];

function judgeOne(
	context: JudgeContext,
	paper: PacketPaper,
	{ paragraph, mention, from, sentence }: FoundMention,
	held: HeldReference | null,
): Judged | null {
	const spot: Spot = { context, paper, paragraph, mention, from, held };
	const verdict = judge(spot);
	if (verdict === null) return null;
	const { to, target, status, note: remark, pieces, meant } = guard(spot, verdict);
	const { context: words, contextStart } = sentence();
	const first = mention.terms[0]?.from;
	const last = mention.terms.at(-1);
	return {
		reference: {
			in: paper.id,
			block: paragraph.block,
			start: mention.start,
			end: mention.end,
			from: from === '' ? paragraph.text.slice(mention.start, mention.end) : from,
			to,
			target,
			status,
			context: words,
			contextStart,
			note: remark,
			form: mention.kind,
		},
		pieces,
		digits: first === undefined || last === undefined ? null : { start: first.start, end: (last.to ?? last.from).end },
		counted: countedAs(mention),
		held,
		meant: meant ?? null,
		ranged: mention.terms.some(({ to: through }) => through !== null),
	};
}

function countedAs({ kind }: Mention): Judged['counted'] {
	if (kind === 'X7' || kind === 'X8' || kind === 'X9') return 'material';
	return kind === 'X10' ? 'agenda' : null;
}

/** Bindings kept from the last apply find their mention by place and text; after somebody edited, by text in order. */
function matchHeld(found: readonly FoundMention[], held: readonly HeldReference[]): ReadonlyMap<number, HeldReference> {
	const matched = new Map<number, HeldReference>();
	if (held.length === 0) return matched;
	const left: HeldReference[] = [];
	const textOf = (at: number): string => {
		const each = found[at];
		return each === undefined ? '' : each.paragraph.text.slice(each.mention.start, each.mention.end);
	};
	const places = new Map(found.map(({ paragraph, mention }, at) => [`${paragraph.block}:${mention.start}`, at]));
	for (const entry of held) {
		const at = places.get(`${entry.block}:${entry.start}`);
		if (at !== undefined && textOf(at) === entry.text && !matched.has(at)) matched.set(at, entry);
		else left.push(entry);
	}
	let from = 0;
	for (const entry of left) {
		for (let at = from; at < found.length; at++) {
			if (matched.has(at) || textOf(at) !== entry.text) continue;
			matched.set(at, entry);
			from = at + 1;
			break;
		}
	}
	return matched;
}

function judge(spot: Spot): Verdict | null {
	const { mention, context } = spot;
	switch (mention.kind) {
		case 'X7':
		case 'X8':
		case 'X9':
			return mention.terms.length === 0
				? judgeNeighbour(spot)
				: judgeNumber(spot, context.scene.materialRegister, '份材料');
		case 'X10':
			return judgeNumber(spot, context.scene.agendaRegister, '项议程');
		case 'X18':
			return judgeCount(spot);
		case 'X22':
			return judgeTitle(spot);
		case 'X1':
		case 'X2':
		case 'X3':
			return judgeAttachment(spot);
		default:
			return null;
	}
}

type Place = Pick<Spot, 'paragraph' | 'mention' | 'paper' | 'context'>;

/**
 * True inside a heading or a title of a material. A sentence (with its 。) is none, whatever number it begins with, and the
 * numbered lines of an agenda or a host's script are its text: a stale number there would be read aloud.
 */
function isHeading({ paragraph, mention, paper, context }: Place): boolean {
	const claim = paper.outline.claims[paragraph.block];
	if (claim === undefined || !untouched.has(claim.role)) return false;
	if (claim.role === 'title') return true;
	if (context.unnumbered.has(paper.id)) return false;
	return claim.runInEnd === undefined ? !/[。；！？]$/.test(paragraph.text.trimEnd()) : mention.start < claim.runInEnd;
}

/** A change that cannot or must not be written by itself becomes one to check: fields, tracked changes, headings. */
function guard(spot: Spot, verdict: Verdict): Verdict {
	if (verdict.pieces.length === 0 || verdict.status !== 'valid') return verdict;
	const why = hindrance(spot, verdict.pieces);
	return why === null ? verdict : { ...verdict, status: 'check', note: why };
}

/** Why the pieces are not written by themselves; null when they are. */
function hindrance(place: Place, pieces: readonly TextPiece[]): Bilingual | null {
	if (isHeading(place)) return note('标题里的引用不自动改，请核对', 'headings are never changed by themselves');
	return isShut(place.paragraph, pieces)
		? note(
				'此处有未接受的修订或域，不自动改；请接受修订后核对',
				'inside a tracked change or a field; accept it and check',
			)
		: null;
}
