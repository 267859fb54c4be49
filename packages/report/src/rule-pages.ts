import type { Bilingual } from '@bianxu/model';

/** What a rule's page says at its head; a report that is given it links every finding to it. */
export interface RulePage {
	readonly title: Bilingual;
	readonly description: Bilingual;
}

/** The pages of the rules that a report cites, by rule id; [] of them is a report without links. */
export type RulePages = ReadonlyMap<string, RulePage>;

/** No pages: findings name their rule and no more. */
export const NO_PAGES: RulePages = new Map();
