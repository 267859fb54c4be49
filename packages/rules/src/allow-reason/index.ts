import type { Doc, DocumentContext, Finding, Rule, RuleResult } from '@bianxu/model';
import { type Allowance, allowancesOf } from '../allowance.ts';
import { description, noReason, noRule, title, unknownRule, unused } from './messages.ts';

/** Place of an allowance: its first paragraph; the document as a whole for those that stand beside it or speak of all of it. */
function placeOf(doc: Doc, { blocks }: Allowance): Pick<Finding, 'block' | 'start' | 'end'> {
	const paragraph = blocks === null ? undefined : doc.paragraphs[blocks.first];
	return paragraph === undefined
		? { block: 0, start: 0, end: 0 }
		: { block: paragraph.block, start: 0, end: paragraph.text.length };
}

/** What is wrong with an allowance as written: no rule, no reason. null when it has both. */
export function faultOf(doc: Doc, allowance: Allowance): Finding | null {
	const at = placeOf(doc, allowance);
	if (allowance.rules.length === 0) return { ...at, message: noRule };
	return allowance.reason === '' ? { ...at, message: noReason(allowance.rules.join('、')) } : null;
}

/** An allowance of a rule that does not exist. */
export function unknownFinding(doc: Doc, allowance: Allowance, rule: string): Finding {
	return { ...placeOf(doc, allowance), message: unknownRule(rule), actual: rule };
}

/** An allowance that let nothing pass: a remark, the paper is none the worse for it. */
export function unusedFinding(doc: Doc, allowance: Allowance, rule: string): Finding {
	return { ...placeOf(doc, allowance), message: unused(rule), actual: rule, severity: 'info' };
}

/** Which rules exist and what they found a rule does not know: `letPass` reports those under the same id. */
function check({ doc }: DocumentContext): RuleResult {
	return { findings: allowancesOf(doc).flatMap((allowance) => faultOf(doc, allowance) ?? []) };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'allow-reason',
		number: 0,
		group: 'hygiene',
		title,
		description,
		severity: 'warning',
		fix: 'none',
		source: { level: 'project', doc: '编序', clause: '' },
		needsFormat: false,
	},
	check,
};
