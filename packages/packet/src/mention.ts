/** One paper's mentions of the packet: found, bound, judged. */

import type {
	Bilingual,
	HeldReference,
	Paragraph,
	PlannedReference,
	ReferenceStatus,
	SessionFacts,
} from '@bianxu/model';
import {
	formatHan,
	formatNumber,
	type MaterialNumber,
	type Mention,
	numbersWritten,
	scanReferences,
	type SessionMention,
} from '@bianxu/numbering';
import { type BoundTerm, bindTerms, type Rewritten, rewriteTerms, type TextPiece } from './bind.ts';
import type { PacketPaper } from './request.ts';
import type { Register, Scene } from './scene.ts';
import { bestFit, plainTitle } from './title.ts';

/** A judged mention with the edits that its proposal would make. */
export interface Judged {
	readonly reference: PlannedReference;
	readonly pieces: readonly TextPiece[];
	/** Stretch of the digits, which a sign-off with a bare number replaces. */
	readonly digits: { readonly start: number; readonly end: number } | null;
	/** True for a material number, false for agenda ordinals, counts, titles and attachments. */
	readonly counted: 'material' | 'agenda' | null;
	/** The binding kept from the last apply, if there is one. */
	readonly held: HeldReference | null;
}

export interface JudgeContext {
	readonly scene: Scene;
	readonly session: SessionFacts;
	readonly nouns: readonly string[];
	/** Bindings kept from the last apply, by paper id. */
	readonly held: ReadonlyMap<string, readonly HeldReference[]>;
	/** Papers without a number of their own: a count in them is always of the packet. */
	readonly unnumbered: ReadonlySet<string>;
}

interface Verdict {
	readonly status: ReferenceStatus;
	readonly to: string | null;
	readonly target: string | null;
	readonly note: Bilingual | null;
	readonly pieces: readonly TextPiece[];
}

interface Spot {
	readonly context: JudgeContext;
	readonly paper: PacketPaper;
	readonly paragraph: Paragraph;
	readonly mention: Mention;
	readonly from: string;
	readonly held: HeldReference | null;
}

const plain = (
	status: ReferenceStatus,
	to: string | null,
	target: string | null,
	note: Bilingual | null = null,
): Verdict => ({
	status,
	to,
	target,
	note,
	pieces: [],
});

const note = (zh: string, en: string): Bilingual => ({ zh, en });

/** Headings and titles: their text is never touched (design, packet). */
const untouched = new Set(['title', 'heading-1', 'heading-2', 'heading-3', 'heading-4']);

/** All mentions of a paper that concern the packet, in document order. Blocks of file marks are left out. */
export function judgePaper(context: JudgeContext, paper: PacketPaper): readonly Judged[] {
	const marks = new Set(context.scene.marks.get(paper.id)?.map(({ block }) => block));
	const found: { readonly paragraph: Paragraph; readonly mention: Mention }[] = [];
	for (const paragraph of paper.doc.paragraphs) {
		if (marks.has(paragraph.block)) continue;
		for (const mention of scanReferences(paragraph.text, { nouns: context.nouns })) found.push({ paragraph, mention });
	}
	const held = matchHeld(found, context.held.get(paper.id) ?? []);
	return found.flatMap(({ paragraph, mention }, at) => {
		const from = numbersWritten(paragraph.text, mention.terms);
		const spot: Spot = { context, paper, paragraph, mention, from, held: held.get(at) ?? null };
		const verdict = judge(spot);
		if (verdict === null) return [];
		const guarded = guard(spot, verdict);
		const first = mention.terms[0]?.from;
		const last = mention.terms.at(-1);
		return [
			{
				reference: {
					in: paper.id,
					block: paragraph.block,
					start: mention.start,
					end: mention.end,
					from: from === '' ? paragraph.text.slice(mention.start, mention.end) : from,
					to: guarded.to,
					target: guarded.target,
					status: guarded.status,
					context: sentenceOf(paragraph.text, mention.start, mention.end),
					note: guarded.note,
					form: mention.kind,
				},
				pieces: guarded.pieces,
				digits:
					first === undefined || last === undefined ? null : { start: first.start, end: (last.to ?? last.from).end },
				counted: countedAs(mention),
				held: spot.held,
			},
		];
	});
}

function countedAs({ kind }: Mention): Judged['counted'] {
	if (kind === 'X7' || kind === 'X8' || kind === 'X9') return 'material';
	return kind === 'X10' ? 'agenda' : null;
}

/** Bindings kept from the last apply find their mention by place and text; after somebody edited, by text in order. */
function matchHeld(
	found: readonly { readonly paragraph: Paragraph; readonly mention: Mention }[],
	held: readonly HeldReference[],
): ReadonlyMap<number, HeldReference> {
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

/** Why a mention is none of ours: quoted, of another session, of other papers. */
function leaveAlone({ mention, context }: Spot): Bilingual | null {
	switch (mention.protection) {
		case 'quotation':
			return note('引号内的原文不改', 'inside a quotation');
		case 'law':
			return note('法律法规的条文不改', 'quotes a law');
		case 'other-session':
			return note('其他会次的材料不改', 'of another session');
		case 'other-papers':
			return note('不是本次会议的材料', 'papers of something else');
		case 'open-quotation':
		case null:
			break;
	}
	if (
		mention.session !== null &&
		mention.doubt !== 'session-in-clause' &&
		!isThisSession(mention.session, context.session)
	) {
		return note('其他会次的材料不改', 'of another session');
	}
	return null;
}

function isThisSession(session: SessionMention, facts: SessionFacts): boolean {
	if (session.relative !== null) return session.relative === 'this';
	if (session.kind !== 'meeting' || session.organ === 'congress') return false;
	if (session.term !== null && session.term.value !== facts.term) return false;
	if (session.place !== null && session.place.text.length > 1 && !samePlace(session.place.text, facts.place))
		return false;
	return session.meeting === null || session.meeting.value === facts.meeting;
}

function samePlace(written: string, place: string): boolean {
	return written === place || written.endsWith(place) || place.endsWith(written);
}

function judgeNumber(spot: Spot, register: Register, unit: string): Verdict {
	const { mention, paragraph, from, held } = spot;
	const alone = leaveAlone(spot);
	if (alone !== null) return plain('ignored', from, null, alone);
	if (held !== null && held.target === null)
		return plain('ignored', from, null, signedNote(held) ?? note('上次已核对', 'looked at before'));
	const terms = held === null ? null : heldTerms(held, mention.terms);
	const binding = terms === null ? bindTerms(mention, register) : ({ kind: 'bound', terms } as const);
	if (binding.kind === 'unknown' && mention.doubt === 'numeral-end') {
		return plain(
			'ambiguous',
			null,
			null,
			note(
				`「${from}」末尾的「一」可能不属于号码，请断句核对`,
				`the last numeral of ${from} may belong to the next word`,
			),
		);
	}
	if (binding.kind === 'unknown') return plain('dangling', null, null, unknownNote(paragraph, binding.number, unit));
	if (binding.kind === 'shared') {
		const ids = binding.ids.join('、');
		return plain(
			'ambiguous',
			null,
			binding.ids.join(','),
			note(`${ids} 的文件标识是同一个号，分不清指哪一份`, `${ids} bear the same number`),
		);
	}
	const ids = binding.terms.flatMap((term) => term.ids);
	const target = ids.join(',');
	const next = rewriteTerms(paragraph.text, binding.terms, register);
	if (next === null)
		return plain('dangling', null, target, unknownNote(paragraph, mention.terms[0]?.from ?? null, unit));
	const series = seriesChange(spot, ids, register);
	const written = series?.written ?? next.written;
	const pieces = series?.pieces ?? next.pieces;
	const changes = pieces.length > 0;
	const proposal = (status: ReferenceStatus, why: Bilingual): Verdict => ({
		status,
		to: written,
		target,
		note: why,
		pieces,
	});
	if (next.lost.length > 0) {
		return {
			status: 'dangling',
			to: next.written === '' ? null : next.written,
			target,
			note: lostNote(next.lost, spot),
			pieces: next.pieces,
		};
	}
	if (mention.doubt === 'numeral-end' && held === null && isDoubtful(spot, register, changes)) {
		return proposal(
			'ambiguous',
			note(
				`「${from}」后面的「一」可能不属于号码，请断句核对`,
				`the last numeral of ${from} may belong to the next word`,
			),
		);
	}
	const mismatch = held?.accepted === undefined ? judgeAdjacentTitle(spot, ids, register) : null;
	if (mismatch !== null) return proposal(mismatch.status, mismatch.note);
	if (held !== null && held.accepted === undefined && changes) {
		return proposal('check', note('上次改号时留待核对', 'left to be checked at the last renumbering'));
	}
	if (!changes) return plain('valid', from, target);
	if (next.strangers.length > 0) return proposal('check', strangersNote(next, spot));
	if (
		mention.doubt === 'session-in-clause' &&
		mention.session !== null &&
		!isThisSession(mention.session, spot.context.session)
	) {
		return proposal(
			'check',
			note('同一分句里提到别的会次，请核对指哪次会议的材料', 'another session is named in the same clause'),
		);
	}
	if (mention.protection === 'open-quotation') {
		return proposal('check', note('前面的引号没有关上，请核对是不是引文', 'a quotation before it is not closed'));
	}
	return { status: 'valid', to: written, target, note: null, pieces };
}

/** Terms of a mention with the ids that it meant when it was left as written. */
function heldTerms(held: HeldReference, terms: Mention['terms']): readonly BoundTerm[] | null {
	const ids = held.target?.split(',') ?? [];
	const [first] = terms;
	const last = terms.at(-1);
	if (first === undefined || last === undefined || ids.length === 0) return null;
	if (terms.length === ids.length && terms.every(({ to }) => to === null)) {
		return terms.map((term, at) => ({ term, ids: ids.slice(at, at + 1) }));
	}
	return [{ term: { from: first.from, to: last.to ?? (terms.length > 1 ? last.from : null) }, ids }];
}

function signedNote(held: HeldReference): Bilingual | null {
	if (held.accepted === undefined) return null;
	const { by, on } = held.accepted;
	return note(`${by}于${on}签认照原文`, `signed off as written by ${by} on ${on}`);
}

/** A paper that goes into the supplementary series changes its noun too: 会议材料之五 becomes 补充材料（一）. */
function seriesChange(
	{ mention, paragraph }: Spot,
	ids: readonly string[],
	register: Register,
): { readonly written: string; readonly pieces: readonly TextPiece[] } | null {
	const [id] = ids;
	const number: MaterialNumber | undefined = id === undefined ? undefined : register.next.get(id);
	if (ids.length !== 1 || number === undefined || number.series === mention.series || mention.kind === 'X10')
		return null;
	const supplement = number.series === 'supplement';
	const digits = mention.terms[0]?.from;
	if (digits === undefined) return null;
	const end = digits.end + ('）)'.includes(paragraph.text[digits.end] ?? '\n') ? 1 : 0);
	const head =
		formatHan(number.parts[0] ?? 1) +
		number.parts
			.slice(1)
			.map((part) => `-${part}`)
			.join('');
	const text = supplement ? `补充材料（${head}）` : `会议材料之${head}`;
	return { written: head, pieces: [{ start: mention.start, end, text }] };
}

/** 之十一并审议: doubtful unless both readings keep their numbers, or only one of them exists and nothing changes. */
function isDoubtful({ mention }: Spot, register: Register, changes: boolean): boolean {
	if (changes) return true;
	const last = mention.terms.at(-1)?.from;
	if (last === undefined || last.parts.length !== 1) return true;
	const shorter = last.value - 1;
	const ids = register.oldByLabel.get(String(shorter)) ?? [];
	return ids.some((id) => register.next.get(id)?.parts[0] !== shorter);
}

function judgeAdjacentTitle(
	{ mention }: Spot,
	ids: readonly string[],
	register: Register,
): { readonly status: 'mismatch' | 'check'; readonly note: Bilingual } | null {
	const [id] = ids;
	if (mention.title === null || ids.length !== 1 || id === undefined) return null;
	const own = register.titles.get(id) ?? [];
	if (own.length === 0) return null;
	const cited = mention.title.text;
	const fit = bestFit(cited, own);
	const better = [...register.titles]
		.filter(([other, titles]) => other !== id && bestFit(cited, titles) > fit)
		.map(([other]) => other);
	if (better.length > 0) {
		const others = better.slice(0, 3).join('、');
		return {
			status: 'mismatch',
			note: note(
				`号指 ${id}《${own[0] ?? ''}》，题却是 ${others} 的；或改号，或改题`,
				`the number is that of ${id}, the title that of ${others}; correct one of them`,
			),
		};
	}
	if (fit > 0) return null;
	return {
		status: 'check',
		note: note(
			`《${cited}》与 ${id} 的标题《${own[0] ?? ''}》对不上`,
			`the title does not fit that of ${id}: ${own[0] ?? ''}`,
		),
	};
}

function unknownNote(
	paragraph: Paragraph,
	number: { readonly start: number; readonly end: number } | null,
	unit: string,
): Bilingual {
	const shown = number === null ? '' : paragraph.text.slice(number.start, number.end);
	return note(`本次会议没有第${shown}${unit}`, `there is no number ${shown} in this session`);
}

function lostNote(lost: readonly string[], { context, mention }: Spot): Bilingual {
	if (mention.kind === 'X10') {
		const ids = lost.join('、');
		return note(
			`议题 ${ids} 已撤回或移出本次会议，请改写这一处`,
			`item ${ids} is withdrawn or moved; rewrite this place`,
		);
	}
	const words = lost.map((id) => {
		const entry = context.scene.materials.find(({ material }) => material.id === id);
		if (entry === undefined) return { zh: `${id} 已不在清单中`, en: `${id} is no longer listed` };
		const moved = entry.item.movedTo;
		return moved === null
			? { zh: `${id}《${entry.material.title}》已撤回`, en: `${id} is withdrawn` }
			: { zh: `${id}《${entry.material.title}》已移至${moved}`, en: `${id} is moved to ${moved}` };
	});
	return note(
		`${words.map(({ zh }) => zh).join('；')}，请改写这一处`,
		`${words.map(({ en }) => en).join('; ')}; rewrite this place`,
	);
}

function strangersNote(next: Rewritten, { from }: Spot): Bilingual {
	const ids = [...new Set(next.strangers)].join('、');
	return note(
		`原文「${from}」之间现在夹着 ${ids}，是否包含？不包含则写「${next.written}」`,
		`${ids} now stand inside the range ${from}; if they are not meant, write ${next.written}`,
	);
}

/** 上一份材料: right as long as the neighbour is the same paper. */
function judgeNeighbour({ mention, paper, context, paragraph }: Spot): Verdict | null {
	const { materialRegister: register, materials } = context.scene;
	const step = mention.noun.startsWith('上') || mention.noun.startsWith('前') ? -1 : 1;
	const at = register.old.findIndex(({ id }) => id === paper.id);
	if (at < 0) return null;
	const written = paragraph.text.slice(mention.start, mention.end);
	if (mention.protection !== null)
		return plain('ignored', written, null, note('引号内的原文不改', 'inside a quotation'));
	const before = register.old[at + step]?.id ?? null;
	const order = materials.filter(({ active }) => active).map(({ material }) => material.id);
	const after = order[order.indexOf(paper.id) + step] ?? null;
	if (before !== null && before === after) return plain('valid', written, before);
	return plain(
		'check',
		null,
		before,
		note('前后材料有变动，请写明编号或标题', 'the neighbouring paper has changed; name it by number or title'),
	);
}

/** 共九项议程、二十八份材料: shown only where the count of the packet changes. */
function judgeCount({ mention, from, context, paper, held }: Spot): Verdict | null {
	const [term] = mention.terms;
	if (mention.counts === null || term === undefined) return null;
	if (mention.protection !== null && mention.protection !== 'open-quotation')
		return plain('ignored', from, 'count', note('不是本次会议的总数', 'not a count of this session'));
	if (mention.session !== null && !isThisSession(mention.session, context.session))
		return plain('ignored', from, 'count', note('不是本次会议的总数', 'not a count of this session'));
	const { old, next } = context.scene.counts[mention.counts];
	const { value, script, start, end } = term.from;
	if (value === next) return plain('valid', from, 'count');
	// In a report 「办理三项议题」 counts the report's own matters, unless it is the packet's old total.
	if (value !== old && held === null && !context.unnumbered.has(paper.id)) return null;
	if (next < 1) return plain('check', null, 'count', note('现在一项也没有了', 'none are left'));
	const to = formatNumber(next, script);
	return {
		status: 'check',
		to,
		target: 'count',
		note: note(`现为${to}${mention.counts === 'agenda' ? '项' : '份'}，请核对`, `now ${next}; check the sentence`),
		pieces: [{ start, end, text: to }],
	};
}

/** 《title》 of a paper of this session: bound and checked only. */
function judgeTitle({ mention, paragraph, context }: Spot): Verdict | null {
	const cited = plainTitle(mention.noun);
	if (cited.length < 6) return null;
	const { titles, next } = context.scene.materialRegister;
	const same = [...titles].find(([, names]) => names.some((name) => plainTitle(name) === cited))?.[0];
	if (same === undefined) return null;
	const written = paragraph.text.slice(mention.start, mention.end);
	if (next.has(same)) return plain('valid', written, same);
	return plain(
		'check',
		null,
		same,
		note(`${same} 已不在本次会议材料中`, `${same} is no longer a paper of this session`),
	);
}

/** 附件2: bound and checked only, within its own paper. */
function judgeAttachment({ mention, paper, context, from, paragraph }: Spot): Verdict | null {
	const written = from === '' ? paragraph.text.slice(mention.start, mention.end) : from;
	if (mention.protection !== null) return null;
	const numbers = new Set(
		[...paper.outline.presentAttachments, ...paper.outline.listedAttachments].map(({ number }) => number ?? 1),
	);
	const apart = context.scene.materials.filter(({ material }) => material.of === paper.id).length;
	for (let at = 1; at <= apart; at++) numbers.add(at);
	const wanted = mention.terms.flatMap(({ from: low, to }) =>
		to === null
			? [low.value]
			: Array.from({ length: Math.min(100, Math.max(0, to.value - low.value + 1)) }, (_, at) => low.value + at),
	);
	const missing = wanted.filter((number) => !numbers.has(number));
	if (missing.length === 0 && (wanted.length > 0 || numbers.size > 0)) return plain('valid', written, paper.id);
	const shown = missing.join('、');
	return plain('check', null, paper.id, note(`本材料没有附件${shown}`, `this paper has no attachment ${shown}`));
}

/** A change that cannot or must not be written by itself becomes one to check: fields, tracked changes, headings. */
function guard({ paragraph, mention, paper }: Spot, verdict: Verdict): Verdict {
	if (verdict.pieces.length === 0 || (verdict.status !== 'valid' && verdict.status !== 'dangling')) return verdict;
	const claim = paper.outline.claims[paragraph.block];
	const heading =
		claim !== undefined &&
		untouched.has(claim.role) &&
		(claim.runInEnd === undefined || mention.start < claim.runInEnd);
	if (heading)
		return {
			...verdict,
			status: 'check',
			note: note('标题里的引用不自动改，请核对', 'headings are never changed by themselves'),
		};
	if (verdict.status !== 'valid') return verdict;
	const blocked = verdict.pieces.some(({ start, end }) => {
		const meets = (each: { readonly start: number; readonly end: number }): boolean =>
			each.start < end && start < each.end;
		return (
			paragraph.spans.some((span) => meets(span) && !span.editable) ||
			paragraph.runs.some((run) => meets(run) && (run.revision !== undefined || run.field !== undefined))
		);
	});
	if (!blocked) return verdict;
	return {
		...verdict,
		status: 'check',
		note: note(
			'此处有未接受的修订或域，不自动改；请接受修订后核对',
			'inside a tracked change or a field; accept it and check',
		),
	};
}

const longestContext = 60;

/** The sentence around a mention, cut to what fits on a line. */
function sentenceOf(text: string, start: number, end: number): string {
	let from = start;
	while (from > 0 && start - from < longestContext / 2 && !'。；！？\n\f'.includes(text.charAt(from - 1))) from -= 1;
	let to = end;
	while (to < text.length && to - end < longestContext / 2 && !'。；！？\n\f'.includes(text.charAt(to))) to += 1;
	return text.slice(from, to).trim();
}
