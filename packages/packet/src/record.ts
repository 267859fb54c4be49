/** The lock after a plan was carried out: what happened, kept for the next plan. */

import type { Change, Day, Departure, HeldReference, Lock, LockedMaterial } from '@bianxu/model';
import { labelOf } from '@bianxu/numbering';
import type { Settled } from './accept.ts';
import { writeGroups } from './bind.ts';
import { agendaOf, type Planned } from './plan.ts';
import type { PlanRequest } from './request.ts';
import { laterState } from './scene.ts';

/**
 * The lock to write when the plan has been carried out. `hashes` are those of the files as they are then, by id. A plan
 * that changes nothing gives back a lock with the same content.
 */
export function recordPlan(request: PlanRequest, planned: Planned, hashes: ReadonlyMap<string, string>, on: Day): Lock {
	const { lock } = request;
	const { scene, plan } = planned;
	const listed = new Set(scene.materials.map(({ material }) => material.id));
	const materials = scene.materials.map(
		({ material, item, active, state, to }): LockedMaterial => ({
			id: material.id,
			number: to === null ? null : labelOf(to),
			state: active ? laterState(state, 'numbered') : 'withdrawn',
			path: material.file,
			sha256: hashes.get(material.id) ?? lock?.materials.find(({ id }) => id === material.id)?.sha256 ?? 'absent',
			item: item.id,
			...(material.person === '' ? {} : { person: material.person }),
		}),
	);
	const departed = (lock?.materials ?? []).filter(({ id, state }) => state === 'withdrawn' && !listed.has(id));
	const active = new Set(scene.materials.flatMap((entry) => (entry.active ? [entry.material.id] : [])));
	const buried = (lock?.tombstones ?? []).filter(({ id }) => !active.has(id));
	const known = new Set(buried.map(({ id }) => id));
	const fresh = scene.materials.flatMap(({ material, item, active: stays, from, keepsNumber }) => {
		if (stays || from === null || !keepsNumber || known.has(material.id)) return [];
		const withdrawn = item.withdrawn === true || item.withdrawn === null ? '撤回' : item.withdrawn;
		const reason = item.movedTo === null ? withdrawn : `移至${item.movedTo}`;
		return [{ id: material.id, number: labelOf(from), reason, on }];
	});
	const moves = plan.materials.flatMap(({ id, from, to }) => (from === to ? [] : [{ id, from, to, on }]));
	const away = (lock?.held ?? []).filter((entry) => listed.has(entry.in) && !active.has(entry.in));
	const held = [...away, ...heldAfter(planned, on)];
	const departures = departuresAfter(request, planned, active);
	return {
		version: 1,
		scheme: plan.scheme,
		session: request.manifest.session,
		items: agendaOf(request),
		materials: [...materials, ...departed],
		tombstones: [...buried, ...fresh],
		moves: [...(lock?.moves ?? []), ...moves],
		...(held.length > 0 ? { held } : {}),
		...(departures.length > 0 ? { departures } : {}),
		pageMap: lock?.pageMap ?? null,
		...(lock?.prints === undefined ? {} : { prints: lock.prints }),
		...(lock?.signOffs === undefined ? {} : { signOffs: lock.signOffs }),
		...(lock?.faults === undefined ? {} : { faults: lock.faults }),
		...(lock?.codes === undefined ? {} : { codes: lock.codes }),
	};
}

/** What numbers meant for the papers that are away: those who leave now, and those who left before. */
function departuresAfter({ lock }: PlanRequest, { scene }: Planned, active: ReadonlySet<string>): readonly Departure[] {
	const before = (lock?.departures ?? []).flatMap((departure): readonly Departure[] => {
		const ids = departure.ids.filter((id) => !active.has(id));
		return ids.length === 0 ? [] : [{ ...departure, ids }];
	});
	const known = new Set(before.flatMap(({ ids }) => ids));
	const leaving = scene.materials.flatMap(({ material, active: stays }) =>
		stays || known.has(material.id) || scene.materialRegister.gone.has(material.id) ? [] : [material.id],
	);
	if (leaving.length === 0) return before;
	const { old, gone: absent } = scene.materialRegister;
	const numbers = old.map(({ id, number }) => ({ id, number: labelOf(number) }));
	const gone = old.flatMap(({ id }) => (absent.has(id) ? [id] : []));
	return [
		...before,
		{
			ids: leaving,
			numbers,
			items: scene.agendaRegister.old.map(({ id }) => id),
			...(gone.length > 0 ? { gone } : {}),
			...(lock?.session === undefined ? {} : { session: lock.session }),
		},
	];
}

/** Mentions of numbers and counts; titles and attachments are only checked, and bind by their own words. */
const holdable = /^X(?:7|8|9|10|18)$/;

/**
 * Mentions whose numbers alone would be read wrongly at the next plan: ranges, those left to be checked although their
 * target has another number now, signed off as they stand, or signed off against their title. At their places after the
 * change.
 */
function heldAfter({ scene, settled, plan }: Planned, on: Day): readonly HeldReference[] {
	return settled.flatMap((each): readonly HeldReference[] => {
		const { in: id, block, start, end } = each.reference;
		const entry = heldOf(each, on);
		if (entry === null) return [];
		const changes = Object.hasOwn(plan.changes, id) ? (plan.changes[id] ?? []) : [];
		const text = scene.papers.get(id)?.doc.paragraphs[block]?.text ?? '';
		return [
			{
				in: id,
				...placeAfter(changes, block, start, end, text),
				target: entry.target,
				...(entry.open === undefined ? {} : { open: entry.open }),
				...(entry.accepted === undefined ? {} : { accepted: entry.accepted }),
			},
		];
	});
}

/** What has to be remembered of one mention, if anything. */
function heldOf(settled: Settled, on: Day): Pick<HeldReference, 'target' | 'open' | 'accepted'> | null {
	const { reference, pieces, asWritten = false, ownWords = false, held, meant, ranged } = settled;
	const { status, accepted, target, from, to, form } = reference;
	if (!holdable.test(form)) return null;
	const after = meant === null || meant.after.length === 0 ? null : writeGroups(meant.after);
	if (accepted === undefined) {
		if (held?.accepted !== undefined && (status === 'ignored' || status === 'valid')) {
			return held.target === null ? held : { ...held, target: after ?? held.target };
		}
		// A range that keeps its ends although somebody came in between is to be checked too, and reads as before.
		if (status === 'check' && (to !== from || form !== 'X18')) {
			return { target: meant === null ? target : writeGroups(meant.before), open: true };
		}
		// Both ends of a range do not tell who was meant between them once papers leave, move and come back.
		return status === 'valid' && ranged && after !== null ? { target: after } : null;
	}
	const signed = { accepted: { by: accepted.by, on } };
	if (ownWords || after === null) {
		const stands = pieces.length === 0 && (asWritten || status === 'dangling') && status !== 'check';
		return stands ? { target: null, ...signed } : null;
	}
	if (form === 'X18') return null;
	// Signed off as proposed: what a mismatch or a range means is known from now on.
	return ranged || status === 'mismatch' || status === 'ambiguous' ? { target: after, ...signed } : null;
}

/** Where a mention stands, and how it reads, once the changes are made. */
function placeAfter(
	changes: readonly Change[],
	block: number,
	start: number,
	end: number,
	text: string,
): { readonly block: number; readonly start: number; readonly text: string } {
	let shiftedBlock = block;
	let shift = 0;
	const inside: { readonly start: number; readonly end: number; readonly text: string }[] = [];
	for (const change of changes) {
		if (change.kind === 'insert-paragraph') {
			if (change.block < block || (change.block === block && change.where === 'before')) shiftedBlock += 1;
		} else if (change.kind === 'replace-text' && change.block === block) {
			if (change.end <= start) shift += change.text.length - (change.end - change.start);
			else if (change.start >= start && change.end <= end) inside.push(change);
		}
	}
	let written = '';
	let at = start;
	for (const piece of inside.sort((a, b) => a.start - b.start)) {
		written += text.slice(at, piece.start) + piece.text;
		at = piece.end;
	}
	return { block: shiftedBlock, start: start + shift, text: written + text.slice(at, end) };
}
