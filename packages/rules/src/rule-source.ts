import type { Rule, Source, Template } from '@bianxu/model';

/** Source that a rule's findings cite under a template: the template's, else the rule's own. */
export function ruleSource(rule: Pick<Rule, 'meta'>, template: Template): Source {
	return template.rules[rule.meta.id]?.source ?? rule.meta.source;
}
