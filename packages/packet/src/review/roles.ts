/** Three levels of review (三级审核): who has signed which wording, and whose turn it is. */

import type { ReviewPolicy, RoleState, SignOff } from '@bianxu/model';

/** 拟稿人 → 部门负责人 → 分管领导, one after another. */
export const defaultReview: ReviewPolicy = { roles: ['拟稿人', '部门负责人', '分管领导'], parallel: [] };

/** What one paper is at now. */
export interface PaperWording {
	/** Hash of the wording as it stands. */
	readonly hash: string;
	/** Says which words changed since a signed wording, and who saved the file. */
	readonly changed: (signed: SignOff) => string;
}

/** State of every role for one paper; `signOffs` are those of the paper, oldest first. */
export function roleStates(
	{ roles }: ReviewPolicy,
	signOffs: readonly SignOff[],
	wording: PaperWording,
): readonly RoleState[] {
	return roles.map((role): RoleState => {
		const last = signOffs.findLast((each) => each.role === role);
		if (last === undefined) return { role, state: 'open', by: '', on: null, note: '' };
		const { by, on, verdict, reason, wordings } = last;
		const current = wordings.includes(wording.hash);
		if (verdict === 'approve') {
			return current
				? { role, state: 'approved', by, on, note: '' }
				: { role, state: 'void', by, on, note: wording.changed(last) };
		}
		// A return holds until the text is another one; then it is this role's turn again.
		return current
			? { role, state: 'returned', by, on, note: reason }
			: { role, state: 'open', by: '', on: null, note: `${by}退回后已修改：${wording.changed(last)}` };
	});
}

/**
 * Roles that may sign now: the first that has not approved, with the roles side by side (会签) that stand next to it. A
 * return stops everybody until the text is another one.
 */
export function rolesInTurn({ parallel }: ReviewPolicy, states: readonly RoleState[]): readonly string[] {
	if (states.some(({ state }) => state === 'returned')) return [];
	const first = states.findIndex(({ state }) => state !== 'approved');
	if (first < 0) return [];
	const side = (at: number): boolean => parallel.includes(states[at]?.role ?? '');
	if (!side(first)) return states.slice(first, first + 1).map(({ role }) => role);
	let end = first;
	while (end < states.length && side(end)) end++;
	return states.slice(first, end).flatMap(({ role, state }) => (state === 'approved' ? [] : [role]));
}
