import type { Diagnostic, FileResult, Language, Problem, Suppressed, Unchecked } from '@bianxu/model';
import { type LintSummary, summaryOf } from './summary.ts';
import { saidIn } from './value-words.ts';

/** `lint --format json` (contract): keys in the order of the design, messages in one language. No line end at the end. */
export function lintJson(
	results: readonly FileResult[],
	language: Language,
	summary: LintSummary = summaryOf(results),
): string {
	const { errors, warnings, infos, fixed } = summary;
	return JSON.stringify({
		version: 1,
		files: results.map((result) => fileJson(result, language)),
		summary: { errors, warnings, infos, fixed },
	});
}

function fileJson(result: FileResult, language: Language): unknown {
	return {
		path: result.path,
		template: result.template,
		problems: problemsOf(result).map((problem) => noteJson(problem, language)),
		unchecked: result.unchecked.map((entry) => noteJson(entry, language)),
		diagnostics: result.diagnostics.map((diagnostic) => diagnosticJson(diagnostic, language)),
		...(result.suppressed === undefined
			? {}
			: { suppressed: result.suppressed.map((each) => suppressedJson(each, language)) }),
	};
}

/** A finding that is let pass: as a diagnostic, with how, why, by whom and when. Present only where there is one. */
export function suppressedJson({ diagnostic, via, reason, by, on }: Suppressed, language: Language): unknown {
	return { ...diagnosticJson(diagnostic, language), via, reason, by, on };
}

/** Problems of a file with its refusal among them exactly once, first. */
export function problemsOf(result: FileResult): readonly Problem[] {
	const { refused, problems } = result;
	if (refused === null || problems.some((problem) => problem.code === refused.code)) return problems;
	return [refused, ...problems];
}

/** A problem or an unchecked thing as the contract writes it. */
export function noteJson(note: Problem | Unchecked, language: Language): Record<string, unknown> {
	const { code, message, block } = note;
	return block === undefined ? { code, message: message[language] } : { code, message: message[language], block };
}

function diagnosticJson(diagnostic: Diagnostic, language: Language): Record<string, unknown> {
	const { rule, severity, message, expected, actual, source, place, fix } = saidIn(diagnostic, language);
	const { block, text, start, end, line, column } = place;
	return {
		rule,
		severity,
		message: message[language],
		expected,
		actual,
		source: { level: source.level, doc: source.doc, clause: source.clause },
		place: {
			block,
			text,
			start,
			end,
			...(line === undefined ? {} : { line }),
			...(column === undefined ? {} : { column }),
		},
		...(fix === undefined ? {} : { fix: { title: fix.title[language], safety: fix.safety } }),
	};
}
