/** Runs the rules that look at pages: our own (layout scope) and those of a submitted print (print scope). */
import type {
	Diagnostic,
	FindingSeverity,
	LayoutContext,
	PrintContext,
	RejectFinding,
	Rule,
	Unchecked,
} from '@bianxu/model';
import { rules } from './book.ts';
import { forgetPapers } from './paper-memory.ts';
import { applies, diagnosticOf, inReadingOrder, paramsOf } from './run.ts';

/** What the layout rules judge. */
export type LayoutInput = Omit<LayoutContext, 'params'>;

/** What the print rules judge. */
export type PrintInput = Omit<PrintContext, 'params'>;

/** Runs every layout rule on a material as our printer sets it; diagnostics in reading order. */
export function runLayoutRules(input: LayoutInput, book: readonly Rule[] = rules): readonly Diagnostic[] {
	const diagnostics: Diagnostic[] = [];
	for (const rule of book) {
		if (rule.scope !== 'layout' || !applies(rule, input.template)) continue;
		const setting = input.template.rules[rule.meta.id];
		const severity = setting?.severity ?? rule.meta.severity;
		if (severity === 'off') continue;
		const result = rule.check({ ...input, params: paramsOf(rule, setting) });
		for (const finding of result.findings) diagnostics.push(diagnosticOf(rule, setting, severity, finding, input.doc));
	}
	forgetPapers();
	return diagnostics.sort(inReadingOrder);
}

/** Runs the print rules that are functions of a print alone; those that package proof measures are its own. */
export function runPrintRules(
	input: PrintInput,
	book: readonly Rule[] = rules,
): { readonly findings: readonly RejectFinding[]; readonly unchecked: readonly Unchecked[] } {
	const findings: RejectFinding[] = [];
	const unchecked: Unchecked[] = [];
	for (const rule of book) {
		if (rule.scope !== 'print' || rule.check === undefined) continue;
		const setting = input.template.rules[rule.meta.id];
		const severity = setting?.severity ?? rule.meta.severity;
		if (severity === 'off') continue;
		const result = rule.check({ ...input, params: paramsOf(rule, setting) });
		for (const { page, message, expected, actual, severity: own } of result.findings) {
			findings.push({
				rule: rule.meta.id,
				severity: milder(own ?? severity, severity),
				page,
				line: null,
				expected: expected ?? null,
				actual: actual ?? null,
				source: setting?.source ?? rule.meta.source,
				message,
				text: '',
			});
		}
		unchecked.push(...(result.unchecked ?? []));
	}
	return { findings, unchecked };
}

/** A rule may make one finding milder than its setting, never stricter. */
function milder(own: FindingSeverity, setting: FindingSeverity): FindingSeverity {
	const order = ['error', 'warning', 'info'] as const;
	return order[Math.max(order.indexOf(own), order.indexOf(setting))] ?? setting;
}
