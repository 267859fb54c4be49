import type { FileResult, FindingSeverity } from '@bianxu/model';

/** Counts over results: the `summary` of the contract. */
export interface LintSummary {
	readonly errors: number;
	readonly warnings: number;
	readonly infos: number;
	readonly fixed: number;
}

/** Counts findings by severity and fixes written, over all files. */
export function summaryOf(results: readonly FileResult[]): LintSummary {
	const counts: Record<FindingSeverity, number> = { error: 0, warning: 0, info: 0 };
	let fixed = 0;
	for (const result of results) {
		fixed += result.fixed;
		for (const { severity } of result.diagnostics) counts[severity]++;
	}
	return { errors: counts.error, warnings: counts.warning, infos: counts.info, fixed };
}
