/** The packet before and after: who has which number, and what the agenda was and will be. */

import type {
	Bilingual,
	LockedMaterial,
	ManifestItem,
	ManifestMaterial,
	MaterialState,
	NumberingScheme,
	SessionFacts,
} from '@bianxu/model';
import {
	assignNumbers,
	compareNumbers,
	labelOf,
	type MaterialNumber,
	type NumberedPaper,
	parseMaterialLabel,
} from '@bianxu/numbering';
import { type FoundMark, marksOf } from './mark.ts';
import type { PacketPaper, PlanRequest } from './request.ts';
import { type Titles, titlesOf } from './title.ts';

/** Numbers of one kind of thing (materials or agenda items), before and after. */
export interface Register {
	/** Everything that had a number, in the order of the numbers; tombstones included. */
	readonly old: readonly { readonly id: string; readonly number: MaterialNumber }[];
	readonly oldByLabel: ReadonlyMap<string, readonly string[]>;
	/** Numbers to come; what is withdrawn or moved away has none. */
	readonly next: ReadonlyMap<string, MaterialNumber>;
	/** Titles by id, to hold against a title beside a number. */
	readonly titles: Titles;
	/** Ids in the order of the numbers to come, and their places in it. */
	readonly order: readonly string[];
	readonly places: ReadonlyMap<string, number>;
	/** Withdrawn before this plan, so that nobody has to be told again. */
	readonly gone: ReadonlySet<string>;
}

/** One material of the manifest with its place and its life. */
export interface SceneMaterial {
	readonly material: ManifestMaterial;
	readonly item: ManifestItem;
	readonly active: boolean;
	readonly state: MaterialState;
	readonly from: MaterialNumber | null;
	readonly to: MaterialNumber | null;
	/** True when a withdrawal leaves a tombstone instead of freeing the number. */
	readonly keepsNumber: boolean;
}

/** Numbers, agenda and session as a paper knew them that was away. */
export interface Returning {
	readonly materials: Register;
	readonly agenda: Register;
	readonly session: SessionFacts | null;
}

export interface Scene {
	readonly scheme: NumberingScheme;
	readonly materials: readonly SceneMaterial[];
	readonly materialRegister: Register;
	readonly agendaRegister: Register;
	readonly marks: ReadonlyMap<string, readonly FoundMark[]>;
	readonly papers: ReadonlyMap<string, PacketPaper>;
	/** Numbers kept out of order (号序倒置). */
	readonly inverted: ReadonlySet<string>;
	readonly obstacles: readonly Bilingual[];
	/** The paper that stands for another one now; a paper that is not replaced stands for itself. */
	readonly standIn: (id: string) => string;
	/** What numbers meant when a paper left, for papers that come back now. */
	readonly returning: ReadonlyMap<string, Returning>;
	readonly counts: Readonly<Record<'agenda' | 'material', { readonly old: number; readonly next: number }>>;
}

const life: readonly MaterialState[] = ['draft', 'numbered', 'printed', 'distributed'];

/** The later of two states of a paper that is not withdrawn. */
export function laterState(left: MaterialState, right: MaterialState): MaterialState {
	return life.indexOf(left) >= life.indexOf(right) ? left : right;
}

/** True when the item is on this session's agenda. */
export function isActive(item: ManifestItem): boolean {
	return item.withdrawn === null && item.movedTo === null;
}

/** Papers that another paper on the agenda replaces, with that other one. */
function replacedBy(items: readonly ManifestItem[]): ReadonlyMap<string, string> {
	const on = items.filter(isActive).flatMap(({ materials }) => materials);
	return new Map(
		on.flatMap(({ id, replaces, state }) => (replaces === null || state === 'withdrawn' ? [] : [[replaces, id]])),
	);
}

/** The paper whose number a replacement takes over: until it has one of its own. */
function replacing({ id, replaces }: ManifestMaterial, locked: ReadonlyMap<string, LockedMaterial>): string | null {
	const own = locked.get(id)?.number ?? null;
	return own === null ? replaces : null;
}

/** File marks of every paper by id. */
export function marksOfAll(request: PlanRequest): Scene['marks'] {
	const { form } = request.manifest.numbering;
	return new Map(request.papers.map((paper) => [paper.id, marksOf(paper, form)]));
}

/** Number before and after as labels; a paper that was gone already has none. */
export function labelsOf(
	{ materialRegister }: Scene,
	{ material, active, from, to }: SceneMaterial,
): { readonly from: string | null; readonly to: string | null } {
	const gone = !active && materialRegister.gone.has(material.id);
	return {
		from: from === null || gone ? null : labelOf(from),
		to: to === null ? null : labelOf(to),
	};
}

/** Reads the packet's state before the change, and numbers it anew. */
export function sceneOf(request: PlanRequest, scheme: NumberingScheme, marks: Scene['marks']): Scene {
	const { manifest, lock } = request;
	const papers = new Map(request.papers.map((paper) => [paper.id, paper]));
	const locked = new Map(lock?.materials.map((each) => [each.id, each]));
	const tombstones = new Map(lock?.tombstones.map((each) => [each.id, each]));
	const obstacles: Bilingual[] = [];
	const freezeAt = life.indexOf(manifest.numbering.freezeAt);

	const replaced = replacedBy(manifest.items);
	const standIn = (id: string): string => replaced.get(id) ?? id;
	const labelNow = (id: string): string | null =>
		lock === null
			? (marks.get(id)?.[0]?.label ?? null)
			: (tombstones.get(id)?.number ?? locked.get(id)?.number ?? null);
	const stateThen = (id: string): MaterialState => {
		const record = locked.get(id);
		return record === undefined || record.state === 'withdrawn' ? 'draft' : record.state;
	};
	const listed = manifest.items.flatMap((item) =>
		item.materials.map((material) => {
			const tombstone = tombstones.get(material.id);
			// A paper that stands for another one has its number and its life from the moment that it comes in.
			const instead = replacing(material, locked);
			const active = isActive(item) && material.state !== 'withdrawn' && !replaced.has(material.id);
			const past = laterState(stateThen(material.id), instead === null ? 'draft' : stateThen(instead));
			const wanted = material.state === 'withdrawn' ? 'draft' : material.state;
			if (wanted !== 'draft' && life.indexOf(wanted) < life.indexOf(past)) obstacles.push(stepBack(material, past));
			// A tombstone that comes back was frozen when it went, and still is.
			const returned = tombstone === undefined ? 'draft' : manifest.numbering.freezeAt;
			const state = laterState(laterState(past, wanted), returned);
			const label = replaced.has(material.id) ? null : labelNow(instead ?? material.id);
			const from = label === null ? null : parseMaterialLabel(label);
			const frozen = life.indexOf(state) >= freezeAt;
			return { material, item, active, state, from, frozen };
		}),
	);

	const positions = new Map(manifest.items.filter(isActive).map((item, at) => [item.id, at + 1]));
	const numbered: readonly NumberedPaper[] = listed
		.filter(({ active }) => active)
		.map(({ material, item, from, frozen }) => ({
			id: material.id,
			item: positions.get(item.id) ?? 0,
			old: from,
			frozen: frozen && from !== null,
			supplements: material.supplements,
			supplementary: material.series === 'supplement',
		}));
	const activeIds = new Set(numbered.map(({ id }) => id));
	const listedIds = new Set(listed.map(({ material }) => material.id));
	const retired = [
		...[...tombstones.values()].flatMap(({ id, number }) => (activeIds.has(id) ? [] : [parseMaterialLabel(number)])),
		...listed.map(({ active, frozen, from }) => (!active && (frozen || scheme === 'frozen') ? from : null)),
	].filter((number) => number !== null);
	const { numbers, inverted } = assignNumbers(numbered, scheme, retired);

	const materials = listed.map(
		({ material, item, active, state, from, frozen }): SceneMaterial => ({
			material,
			item,
			active,
			state: active ? state : 'withdrawn',
			from,
			to: active ? (numbers.get(material.id) ?? null) : null,
			keepsNumber: from !== null && (frozen || scheme === 'frozen'),
		}),
	);
	for (const record of lock?.materials ?? []) {
		if (record.state === 'withdrawn' || listedIds.has(record.id)) continue;
		obstacles.push(missingRow(record.id, record.number));
	}

	const held = materials.flatMap(({ material, from }) => (from === null ? [] : [{ id: material.id, number: from }]));
	const unlisted = (lock?.materials ?? []).flatMap(({ id, number }) => {
		const parsed = number === null || listedIds.has(id) ? null : parseMaterialLabel(number);
		return parsed === null ? [] : [{ id, number: parsed }];
	});
	const old = [...held, ...unlisted];
	const next = new Map(materials.flatMap(({ material, to }) => (to === null ? [] : [[material.id, to] as const])));
	// Before the first numbering the texts can only mean the numbers that are now being given.
	const first = old.length === 0;
	const before = first ? [...next].map(([id, number]) => ({ id, number })) : old;
	const titles = titlesOf(
		new Map(
			materials.map(({ material }) => {
				const own = papers.get(material.id)?.outline.title ?? '';
				return [material.id, [material.title, own].filter((title) => title !== '')] as const;
			}),
		),
	);
	const gone = new Set((lock?.materials ?? []).flatMap(({ id, state }) => (state === 'withdrawn' ? [id] : [])));
	const materialRegister = register(before, next, titles, gone);
	const agendaRegister = agendaOf(request, materials, first);
	const returning = new Map<string, Returning>();
	for (const { ids, numbers: seen, items, gone: absent, session } of lock?.departures ?? []) {
		const then = seen.flatMap(({ id, number }) => {
			const parsed = parseMaterialLabel(number);
			return parsed === null ? [] : [{ id: standIn(id), number: parsed }];
		});
		const registers = {
			materials: register(then, next, titles, new Set(absent)),
			agenda: register(ordinals(items), agendaRegister.next, agendaRegister.titles, new Set()),
			session: session ?? null,
		};
		for (const id of ids) if (activeIds.has(id)) returning.set(id, registers);
	}
	return {
		scheme,
		returning,
		standIn,
		materials,
		materialRegister,
		agendaRegister,
		marks,
		papers,
		inverted,
		obstacles,
		counts: {
			agenda: { old: agendaRegister.old.length, next: agendaRegister.next.size },
			material: { old: before.filter(({ id }) => !gone.has(id)).length, next: next.size },
		},
	};
}

function register(
	old: Register['old'],
	next: Register['next'],
	titles: Register['titles'],
	gone: Register['gone'],
): Register {
	const oldByLabel = new Map<string, string[]>();
	for (const { id, number } of old) {
		const label = labelOf(number);
		const ids = oldByLabel.get(label);
		if (ids === undefined) oldByLabel.set(label, [id]);
		else ids.push(id);
	}
	const order = [...next].sort(([, a], [, b]) => compareNumbers(a, b)).map(([id]) => id);
	return {
		old: [...old].sort((a, b) => compareNumbers(a.number, b.number)),
		oldByLabel,
		next,
		titles,
		order,
		places: new Map(order.map((id, at) => [id, at])),
		gone,
	};
}

function ordinals(ids: readonly string[]): { readonly id: string; readonly number: MaterialNumber }[] {
	return ids.map((id, at) => ({ id, number: { series: 'main', parts: [at + 1] } }));
}

/** Agenda ordinals: those of the lock, else those that the papers' numbers betray. */
function agendaOf(request: PlanRequest, materials: readonly SceneMaterial[], first: boolean): Register {
	const { items } = request.manifest;
	const after = items.filter(isActive).map(({ id }) => id);
	const before = first ? after : (request.lock?.items ?? agendaBefore(items, materials));
	const titles = titlesOf(new Map(items.map((item) => [item.id, item.title === '' ? [] : [item.title]])));
	const next = new Map(ordinals(after).map(({ id, number }) => [id, number]));
	return register(ordinals(before), next, titles, new Set());
}

/**
 * The agenda before the change, without a lock: items in the order of their papers' old numbers. An item whose papers have
 * no number yet is new; one without papers says nothing and is taken to stand behind its predecessor.
 */
function agendaBefore(items: readonly ManifestItem[], materials: readonly SceneMaterial[]): readonly string[] {
	const lowest = new Map<string, MaterialNumber>();
	for (const { item, from } of materials) {
		const known = lowest.get(item.id);
		if (from !== null && (known === undefined || compareNumbers(from, known) < 0)) lowest.set(item.id, from);
	}
	const order = [...lowest].sort(([, a], [, b]) => compareNumbers(a, b)).map(([id]) => id);
	let behind = -1;
	for (const item of items) {
		if (item.materials.length === 0) order.splice(behind + 1, 0, item.id);
		const at = order.indexOf(item.id);
		if (at >= 0) behind = at;
	}
	return order;
}

function stepBack(material: ManifestMaterial, past: MaterialState): Bilingual {
	const words: Readonly<Record<MaterialState, string>> = {
		draft: '拟编',
		numbered: '定号',
		printed: '付印',
		distributed: '已发',
		withdrawn: '作废',
	};
	return {
		zh: `材料 ${material.id} 已经「${words[past]}」，清单里却写成「${words[material.state]}」（${material.state}）；状态只能向前，请改回 ${past}`,
		en: `material ${material.id} is already ${past} but the manifest says ${material.state}; a state never goes back`,
	};
}

function missingRow(id: string, number: string | null): Bilingual {
	const shown = number === null ? id : `${id}（之${number}）`;
	return {
		zh: `材料 ${shown} 上次编序时还在，清单里没有了。撤回请保留这一行并在议题上写 withdrawn，移到下次会议写 movedTo，录错请恢复这一行`,
		en: `material ${id} was numbered before and is gone from the manifest; keep its row and write withdrawn or movedTo on the item`,
	};
}
