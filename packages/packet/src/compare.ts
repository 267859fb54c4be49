/** What a plan means for others: whom to call, and whether there is a cheaper way to the same agenda. */

import type { DepartmentCall, ManifestItem, NumberingScheme, PlanAdvice, PlannedReference } from '@bianxu/model';
import type { PlanRequest } from './request.ts';
import { isActive, labelsOf, type Scene, sceneOf } from './scene.ts';

/**
 * Departments whose papers are rewritten or have a place to decide, in packet order, with what happens to each paper.
 * `places` are those rewritten in a paper: marks, references, facts.
 */
export function callsOf(
	scene: Scene,
	places: ReadonlyMap<string, number>,
	references: readonly Pick<PlannedReference, 'in' | 'status' | 'accepted'>[],
): readonly DepartmentCall[] {
	const open = new Map<string, number>();
	for (const { in: id, status, accepted } of references) {
		if (accepted !== undefined || status === 'valid' || status === 'ignored') continue;
		open.set(id, (open.get(id) ?? 0) + 1);
	}
	const calls = new Map<string, DepartmentCall['materials'][number][]>();
	for (const entry of scene.materials) {
		const { id, department } = entry.material;
		const rewritten = places.get(id) ?? 0;
		if (!entry.active || (rewritten === 0 && !open.has(id))) continue;
		const materials = calls.get(department) ?? [];
		materials.push({ id, ...labelsOf(scene, entry), rewritten, open: open.get(id) ?? 0 });
		calls.set(department, materials);
	}
	return [...calls].map(([department, materials]) => ({ department, materials }));
}

/** Departments whose papers were numbered before and change now; those of newcomers only get their number. */
export function disturbedIn(calls: readonly DepartmentCall[]): number {
	return calls.filter(({ materials }) => materials.some(({ from }) => from !== null)).length;
}

/** Papers that bear another number afterwards. */
export function renumberedIn(scene: Scene): number {
	return scene.materials.filter((entry) => {
		const { from, to } = labelsOf(scene, entry);
		return from !== null && to !== null && from !== to;
	}).length;
}

/**
 * Cheaper ways, tried out: new items at the end of the agenda, numbers kept. Nothing is said where the plan renumbers
 * nobody, or where nothing has a number yet.
 */
export function adviceOf(request: PlanRequest, planned: Scene): readonly PlanAdvice[] {
	const cost = renumberedIn(planned);
	if (cost === 0) return [];
	const { manifest } = request;
	const fresh = newItems(manifest.items, planned);
	const late = [...manifest.items.filter((item) => !fresh.includes(item)), ...fresh];
	const costOf = (items: readonly ManifestItem[], scheme: NumberingScheme): number =>
		renumberedIn(sceneOf({ ...request, manifest: { ...manifest, items } }, scheme, planned.marks));
	const advice: PlanAdvice[] = [];
	const last = fresh.length === 0 ? cost : costOf(late, planned.scheme);
	const names = fresh.map(({ id, title }) => (title === '' ? id : `「${title}」`)).join('、');
	if (last < cost) {
		advice.push({
			renumbered: last,
			message: {
				zh: `把新增议题${names}放到议程最后：${last}份改号（现方案${cost}份）`,
				en: `put the new item ${names} last: ${last} renumbered instead of ${cost}`,
			},
		});
	}
	if (planned.scheme === 'frozen' || last === 0) return advice;
	const kept = costOf(late, 'frozen');
	if (kept < last) {
		const also =
			fresh.length === 0
				? {
						zh: `若同时有新议题，放到议程最后，也是${kept}份改号`,
						en: `a new item put last keeps it at ${kept}`,
					}
				: { zh: `新增议题${names}放到议程最后`, en: `with the new item ${names} last` };
		advice.push({
			renumbered: kept,
			message: {
				zh: `冻结原号（numbering 的 scheme 写 frozen，撤回的号空着不补）：${kept}份改号；${also.zh}`,
				en: `keep the numbers (scheme frozen; a withdrawn number stays empty): ${kept} renumbered; ${also.en}`,
			},
		});
	}
	return advice;
}

/** Items whose papers have no number yet. */
function newItems(items: readonly ManifestItem[], scene: Scene): readonly ManifestItem[] {
	const numbered = new Set(scene.materials.flatMap(({ item, from }) => (from === null ? [] : [item.id])));
	return items.filter((item) => isActive(item) && item.materials.length > 0 && !numbered.has(item.id));
}
