import type { Language, Rule } from '@bianxu/model';

/** The page of a rule with its examples, in Markdown; loaded when somebody asks, because no check needs it. */
export async function rulePage(rule: Rule, language: Language): Promise<string> {
	const { pageOf } = await import('./page.ts');
	return pageOf(rule, language);
}
