/** The rule book. One import line and one list line a rule, in alphabetical order. */
import type { Rule } from '@bianxu/model';
import { rule as pageSizeA4 } from './page-size-a4/index.ts';

/** Every rule, sorted by id. */
export const rules: readonly Rule[] = [pageSizeA4];

const byId: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.meta.id, rule]));

/** The rule with the id of domain.md §4, or undefined. */
export function ruleById(id: string): Rule | undefined {
	return byId.get(id);
}
