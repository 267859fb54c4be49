import type { Diagnostic, Doc, Finding, Suppressed, Template } from '@bianxu/model';
import { faultOf, rule as allowReason, unknownFinding, unusedFinding } from './allow-reason/index.ts';
import { type Allowance, allowancesOf } from './allowance.ts';
import { ruleById } from './book.ts';
import { applies, diagnosticOf, inReadingOrder } from './run.ts';

/** What is judged: the findings of a document, and the allowances that stand in the file beside it. */
export interface LetPassInput {
	readonly doc: Doc;
	readonly template: Template;
	readonly diagnostics: readonly Diagnostic[];
	readonly sidecar: readonly Allowance[];
	/** How many findings of a rule in a paragraph of this text the baseline knows. */
	readonly known: (rule: string, text: string) => number;
	/** False: the allowances themselves have been judged already, with the other findings of the document. */
	readonly judgeAllowances?: boolean;
}

/**
 * Takes out the findings that somebody let pass: by a comment in the text, by the file beside it, or by the baseline of
 * known findings, in this order. Allowances that are wrong or have nothing to let pass are findings of `allow-reason`.
 */
export function letPass({ doc, template, diagnostics, sidecar, known, judgeAllowances = true }: LetPassInput): {
	readonly diagnostics: readonly Diagnostic[];
	readonly suppressed: readonly Suppressed[];
} {
	const allowances = [...allowancesOf(doc), ...sidecar];
	const used = new Set<string>();
	const suppressed: Suppressed[] = [];
	const left: Diagnostic[] = [];
	const counted = new Map<string, number>();
	for (const diagnostic of diagnostics) {
		const allowance = allowances.findIndex((each) => covers(each, diagnostic, doc));
		const found = allowances[allowance];
		if (found !== undefined) {
			used.add(`${allowance} ${diagnostic.rule}`);
			const { via, reason, by, on } = found;
			suppressed.push({ diagnostic, via, reason, by, on });
			continue;
		}
		const { text } = diagnostic.place;
		const key = `${diagnostic.rule}\u0000${text}`;
		const count = (counted.get(key) ?? 0) + 1;
		counted.set(key, count);
		if (count <= known(diagnostic.rule, text))
			suppressed.push({ diagnostic, via: 'baseline', reason: '', by: '', on: '' });
		else left.push(diagnostic);
	}
	if (!judgeAllowances) return { diagnostics: left, suppressed };
	const faults = allowances.flatMap((allowance, index) =>
		faultsOf(doc, template, allowance, (rule) => used.has(`${index} ${rule}`)),
	);
	return { diagnostics: [...left, ...asDiagnostics(faults, template, doc)].sort(inReadingOrder), suppressed };
}

/** An allowance without a reason covers nothing, and none covers a finding about allowances. */
function covers({ rules, reason, blocks, text }: Allowance, { rule, place }: Diagnostic, doc: Doc): boolean {
	if (reason === '' || !rules.includes(rule) || rule === allowReason.meta.id) return false;
	if (text !== '') return (doc.paragraphs[place.block]?.text ?? '').includes(text);
	return blocks === null || (blocks.first <= place.block && place.block <= blocks.last);
}

function faultsOf(
	doc: Doc,
	template: Template,
	allowance: Allowance,
	used: (rule: string) => boolean,
): readonly Finding[] {
	const fault = faultOf(doc, allowance);
	// Those of comments are the rule's own findings.
	if (fault !== null) return allowance.via === 'sidecar' ? [fault] : [];
	return allowance.rules.flatMap((id) => {
		const rule = ruleById(id);
		if (rule === undefined) return [unknownFinding(doc, allowance, id)];
		// A rule that did not look cannot say that there is nothing.
		const looked =
			rule.scope === 'document' &&
			applies(rule, template) &&
			template.rules[id]?.severity !== 'off' &&
			!(rule.meta.needsFormat && doc.kind === 'markdown');
		return used(id) || !looked ? [] : [unusedFinding(doc, allowance, id)];
	});
}

function asDiagnostics(findings: readonly Finding[], template: Template, doc: Doc): readonly Diagnostic[] {
	const setting = template.rules[allowReason.meta.id];
	const severity = setting?.severity ?? allowReason.meta.severity;
	if (severity === 'off') return [];
	return findings.map((finding) => diagnosticOf(allowReason, setting, severity, finding, doc));
}
