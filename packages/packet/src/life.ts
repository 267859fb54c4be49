/** Life of a packet beyond renumbering: numbers are frozen, items are carried over to the next session. */

import type { Day, Lock, LockedMaterial, Manifest, MaterialState, SessionFacts } from '@bianxu/model';
import { formatHan, scanNumber } from '@bianxu/numbering';
import { laterState } from './scene.ts';

/** Materials that reach `state` now; null for `ids` means every numbered one. A step back is none. */
export function freezeLock(
	lock: Lock,
	ids: readonly string[] | null,
	state: MaterialState,
): { readonly lock: Lock; readonly frozen: readonly string[] } {
	const frozen: string[] = [];
	const materials = lock.materials.map((each): LockedMaterial => {
		if (each.state === 'withdrawn' || each.number === null || (ids !== null && !ids.includes(each.id))) return each;
		const next = laterState(each.state, state);
		if (next === each.state) return each;
		frozen.push(each.id);
		return { ...each, state: next };
	});
	return { lock: { ...lock, materials }, frozen };
}

/** What the next session begins with. */
export interface CarriedOver {
	readonly manifest: Manifest;
	readonly lock: Lock;
	/** Files of the carried papers, relative to the packet folder. */
	readonly files: readonly string[];
}

/** 第二十三次会议. */
export function meetingName({ meeting }: SessionFacts): string {
	return `第${formatHan(meeting)}次会议`;
}

/** The number in 第二十四次会议; null when there is none. */
function meetingOf(movedTo: string): number | null {
	const at = movedTo.indexOf('第');
	return scanNumber(movedTo, at + 1)?.value ?? null;
}

/**
 * The items that this session moved away, as the next session's packet: the same ids, no numbers yet, and what their texts
 * know of this session, so that references among them are bound when they are numbered there. Null when nothing was moved.
 */
export function carryOver(manifest: Manifest, lock: Lock, on: Day): CarriedOver | null {
	const moved = manifest.items.filter(({ movedTo }) => movedTo !== null);
	if (moved.length === 0) return null;
	const meeting = moved.map(({ movedTo }) => meetingOf(movedTo ?? '')).find((each) => each !== null);
	const session: SessionFacts = {
		...manifest.session,
		meeting: meeting ?? manifest.session.meeting + 1,
		days: [],
	};
	const items = moved.map((item) => ({
		...item,
		day: null,
		movedTo: null,
		materials: item.materials.map((material) => ({ ...material, state: 'draft' as const })),
	}));
	const ids = new Set(items.flatMap(({ materials }) => materials.map(({ id }) => id)));
	const departure = lock.departures?.find((each) => each.ids.some((id) => ids.has(id)));
	const numbers =
		departure?.numbers ?? lock.materials.flatMap(({ id, number }) => (number === null ? [] : [{ id, number }]));
	const known = new Map([
		...numbers.map(({ id, number }) => [id, number] as const),
		...lock.tombstones.map(({ id, number }) => [id, number] as const),
	]);
	return {
		manifest: { ...manifest, session, items, unnumbered: [], schedule: [] },
		files: items.flatMap(({ materials }) => materials.map(({ file }) => file)),
		lock: {
			version: 1,
			scheme: manifest.numbering.scheme,
			items: [],
			materials: [],
			tombstones: [],
			moves: [...ids].map((id) => ({
				id,
				from: known.get(id) ?? null,
				to: null,
				on,
				session: meetingName(manifest.session),
			})),
			departures: [
				{
					ids: [...ids],
					numbers: [...known].map(([id, number]) => ({ id, number })),
					items: departure?.items ?? lock.items,
					session: lock.session ?? manifest.session,
				},
			],
			...(lock.held === undefined ? {} : { held: lock.held.filter((each) => ids.has(each.in)) }),
			pageMap: null,
		},
	};
}
