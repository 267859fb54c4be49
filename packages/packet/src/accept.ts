/** Sign-offs: a person decides one place, by the plan's proposal or by words of their own. */

import type { Bilingual, PlannedReference } from '@bianxu/model';
import type { TextPiece } from './bind.ts';
import type { Judged, Outcome } from './mention.ts';
import type { Accept, PacketPaper } from './request.ts';

/** A judged mention after sign-off; `pieces` are what will be written. */
export interface Settled extends Omit<Judged, 'digits'> {
	/** Signed off with the words that stand there already. */
	readonly asWritten?: boolean;
	/** Signed off in words of the person's own instead of the proposal. */
	readonly ownWords?: boolean;
}

const bareNumbers = /^[〇○零一二三四五六七八九十百千两0-9０-９、，,至到\-－—～]+$/u;

/** Puts the sign-offs on their places; those that name no place are obstacles. The last one for a place holds. */
export function settle(
	judged: readonly Judged[],
	accepts: readonly Accept[],
	papers: ReadonlyMap<string, PacketPaper>,
): { readonly settled: readonly Settled[]; readonly obstacles: readonly Bilingual[] } {
	const chosen = new Map<number, Accept>();
	const obstacles: Bilingual[] = [];
	for (const accept of accepts) {
		const here = (each: Judged): boolean => each.reference.in === accept.id && each.reference.block === accept.block;
		const exact = judged.findIndex((each) => here(each) && each.reference.start === accept.start);
		const inside = judged.findIndex(
			(each) => here(each) && each.reference.start <= accept.start && accept.start < each.reference.end,
		);
		const at = exact >= 0 ? exact : inside;
		const found = judged[at];
		if (found === undefined || !needsDecision(found.reference)) obstacles.push(nowhere(accept, found !== undefined));
		else if (accept.by.trim() === '') obstacles.push(noName(accept));
		else chosen.set(at, accept);
	}
	const settled = judged.map((each, at): Settled => {
		const accept = chosen.get(at);
		// Nearly all of them: nothing is signed off.
		if (accept === undefined) return asProposed(each);
		const text = papers.get(each.reference.in)?.doc.paragraphs[each.reference.block]?.text ?? '';
		return sign(each, accept, text);
	});
	return { settled, obstacles };
}

/** What is written of a mention that nobody decides: what is valid. */
export function asProposed<T extends Outcome>(each: T): T {
	return each.reference.status === 'valid' || each.pieces.length === 0 ? each : { ...each, pieces: [] };
}

function needsDecision({ status }: PlannedReference): boolean {
	return status === 'dangling' || status === 'mismatch' || status === 'ambiguous' || status === 'check';
}

function sign(judged: Judged, accept: Accept, text: string): Settled {
	const { reference, pieces, digits } = judged;
	const { start, end } = reference;
	const whole = text.slice(start, end);
	if (accept.text === null) {
		const written = pieces.length === 0 ? (reference.to ?? reference.from) : applied(text, start, end, pieces);
		return {
			...judged,
			reference: { ...reference, accepted: { by: accept.by, text: written } },
			asWritten: false,
			ownWords: false,
		};
	}
	const bare = digits !== null && bareNumbers.test(accept.text);
	const place = bare ? digits : { start, end };
	const same = text.slice(place.start, place.end) === accept.text;
	return {
		...judged,
		reference: {
			...reference,
			to: bare ? accept.text : reference.to,
			accepted: { by: accept.by, text: accept.text },
		},
		pieces: same ? [] : [{ ...place, text: accept.text }],
		asWritten: same || whole === accept.text,
		ownWords: true,
	};
}

function applied(text: string, start: number, end: number, pieces: readonly TextPiece[]): string {
	let out = '';
	let at = start;
	for (const piece of [...pieces].sort((a, b) => a.start - b.start)) {
		out += text.slice(at, piece.start) + piece.text;
		at = piece.end;
	}
	return out + text.slice(at, Math.max(at, end));
}

function placeOf({ id, block, start }: Accept): string {
	return `${id}@${block}:${start}`;
}

function nowhere(accept: Accept, decided: boolean): Bilingual {
	const place = placeOf(accept);
	return decided
		? { zh: `签认 ${place} 处的引用没有疑问，不需要签认`, en: `the reference at ${place} needs no sign-off` }
		: {
				zh: `签认 ${place} 处没有引用，请对照方案里列出的位置`,
				en: `there is no reference at ${place}; compare the places that the plan lists`,
			};
}

function noName(accept: Accept): Bilingual {
	return {
		zh: `签认 ${placeOf(accept)} 没有签认人，请用 --by 写明姓名`,
		en: `the sign-off of ${placeOf(accept)} has no name; give --by`,
	};
}
