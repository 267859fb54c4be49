import type { Plan, PlanCounts } from '@bianxu/model';

/** `packet plan --format json` (contract): keys in the order of the design; `facts` only where the session itself moved. */
export function planJson(plan: Plan): string {
	return JSON.stringify({
		version: 1,
		scheme: plan.scheme,
		blocked: plan.blocked,
		materials: plan.materials.map(({ id, from, to, state, title, department }) => ({
			id,
			from,
			to,
			state,
			title,
			department,
		})),
		references: plan.references.map((reference) => ({
			in: reference.in,
			block: reference.block,
			start: reference.start,
			end: reference.end,
			from: reference.from,
			to: reference.to,
			target: reference.target,
			status: reference.status,
		})),
		counts: countsJson(plan.counts),
		reprint: plan.reprint.map(({ id, sheets, copies }) => ({ id, sheets, copies })),
		alternatives: plan.alternatives.map(({ scheme, counts }) => ({ scheme, counts: countsJson(counts) })),
		...(plan.facts.length === 0
			? {}
			: {
					facts: plan.facts.map(({ in: id, block, start, end, kind, from, to, status }) => ({
						in: id,
						block,
						start,
						end,
						kind,
						from,
						to,
						status,
					})),
				}),
	});
}

function countsJson(counts: PlanCounts): unknown {
	const { renumbered, referencesRewritten, agendaRewritten, dangling, needsCheck, sheets } = counts;
	return { renumbered, referencesRewritten, agendaRewritten, dangling, needsCheck, sheets };
}
