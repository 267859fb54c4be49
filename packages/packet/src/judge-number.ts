/** Numbers of materials (X7–X9) and agenda ordinals (X10): bound, renumbered, doubted. */

import type { Bilingual, HeldReference, ReferenceStatus } from '@bianxu/model';
import { formatHan, type MaterialNumber, type Mention } from '@bianxu/numbering';
import { type BoundTerm, bindTerms, readGroups, type Rewritten, rewriteTerms, type TextPiece } from './bind.ts';
import type { PaperParagraph } from './request.ts';
import type { Register } from './scene.ts';
import { isThisSession, type Meant, note, plain, type Spot, type Verdict } from './spot.ts';

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
	if (mention.session !== null && mention.doubt !== 'session-in-clause' && !isThisSession(mention.session, context)) {
		return note('其他会次的材料不改', 'of another session');
	}
	return null;
}

/** Judges a material number or an agenda ordinal: bound by the old numbers, written with the new ones. */
export function judgeNumber(spot: Spot, register: Register, unit: string): Verdict {
	const { mention, paragraph, from, held } = spot;
	// Bound at the last apply; what was left to be checked then is asked again until it is right.
	const open = held?.open === true;
	const alone = leaveAlone(spot);
	if (alone !== null) return plain('ignored', from, null, alone);
	if (held !== null && held.target === null)
		return plain('ignored', from, null, signedNote(held) ?? note('上次已核对', 'looked at before'));
	const terms = held === null ? null : heldTerms(held, mention.terms, spot.context.scene.standIn);
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
	const one = binding.terms.length === 1 ? binding.terms[0] : undefined;
	const ids = one?.ids ?? binding.terms.flatMap((term) => term.ids);
	const target = ids.join(',');
	const next = rewriteTerms(paragraph.text, binding.terms, register);
	if (next === null)
		return plain('dangling', null, target, unknownNote(paragraph, mention.terms[0]?.from ?? null, unit));
	const series = seriesChange(spot, ids, register);
	const written = series?.written ?? next.written;
	const pieces = series?.pieces ?? next.pieces;
	const changes = pieces.length > 0;
	const meant = { before: binding.terms.map((term) => term.ids), after: next.groups };
	const draft: Draft = { to: written, target, pieces, meant };
	if (next.lost.length > 0) {
		return {
			status: 'dangling',
			to: next.written === '' ? null : next.written,
			target,
			note: lostNote(next.lost, spot),
			pieces: next.pieces,
			meant,
		};
	}
	if (mention.doubt === 'numeral-end' && held === null && isDoubtful(spot, register, changes)) {
		return proposal(
			draft,
			'ambiguous',
			note(
				`「${from}」后面的「一」可能不属于号码，请断句核对`,
				`the last numeral of ${from} may belong to the next word`,
			),
		);
	}
	const title = held?.accepted === undefined ? judgeAdjacentTitle(spot, ids, register) : null;
	if (title?.status === 'mismatch') return proposal(draft, 'mismatch', title.note);
	if (open && changes) {
		return proposal(draft, 'check', note('上次改号时留待核对', 'left to be checked at the last renumbering'));
	}
	const remark = title?.note ?? null;
	// A range may keep both its ends although somebody came in between: then it does not mean the same any more.
	if (!changes && next.strangers.length === 0)
		return { status: 'valid', to: from, target, note: remark, pieces: none, meant };
	if (next.strangers.length > 0) return proposal(draft, 'check', strangersNote(next, spot));
	if (
		mention.doubt === 'session-in-clause' &&
		mention.session !== null &&
		!isThisSession(mention.session, spot.context)
	) {
		return proposal(
			draft,
			'check',
			note('同一分句里提到别的会次，请核对指哪次会议的材料', 'another session is named in the same clause'),
		);
	}
	if (mention.protection === 'open-quotation') {
		return proposal(
			draft,
			'check',
			note('前面的引号没有关上，请核对是不是引文', 'a quotation before it is not closed'),
		);
	}
	return { status: 'valid', to: written, target, note: remark, pieces, meant };
}

const none: readonly TextPiece[] = [];

/** What would be written, whatever is thought of it. */
type Draft = Pick<Verdict, 'to' | 'target' | 'pieces'> & { readonly meant: Meant };

function proposal({ to, target, pieces, meant }: Draft, status: ReferenceStatus, why: Bilingual): Verdict {
	return { status, to, target, note: why, pieces, meant };
}

/** Terms of a mention with the ids that the last apply bound them to; null when they do not go together. */
function heldTerms(
	held: HeldReference,
	terms: Mention['terms'],
	standIn: (id: string) => string,
): readonly BoundTerm[] | null {
	const groups = held.target === null ? [] : readGroups(held.target);
	if (groups.length !== terms.length) return null;
	return terms.map((term, at) => ({ term, ids: (groups[at] ?? []).map(standIn) }));
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
	const id = ids[0];
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

/**
 * The title beside a number: `mismatch` when it is that of another paper. One that fits no paper at all (an abbreviation, a
 * law) says nothing against the number; it is remarked and no more.
 */
function judgeAdjacentTitle(
	{ mention }: Spot,
	ids: readonly string[],
	register: Register,
): { readonly status: 'mismatch' | 'unknown'; readonly note: Bilingual } | null {
	const id = ids[0];
	if (mention.title === null || ids.length !== 1 || id === undefined) return null;
	const own = register.titles.written.get(id) ?? [];
	if (own.length === 0) return null;
	const cited = mention.title.text;
	const fit = register.titles.fit(cited, id);
	const better = register.titles.better(cited, fit === 0 ? 1 : fit);
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
		status: 'unknown',
		note: note(
			`《${cited}》与 ${id} 的标题《${own[0] ?? ''}》对不上`,
			`the title does not fit that of ${id}: ${own[0] ?? ''}`,
		),
	};
}

function unknownNote(
	paragraph: PaperParagraph,
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
		`原文「${from}」之间现在夹着 ${ids}，是否包含？包含写「${next.written}」，不包含写「${next.exact()}」`,
		`${ids} now stand inside the range ${from}: ${next.written} takes them in, ${next.exact()} leaves them out`,
	);
}
