import type { Diagnostic, FileResult, Language } from '@bianxu/model';
import { escapeXml } from './escape.ts';
import { knownText, letPassOf, letPassText } from './let-pass.ts';
import { inTextOrder, placeText } from './place-text.ts';
import { deltaText } from './lint-sarif.ts';
import { noteTexts } from './notes.ts';
import { sourceText } from './source-text.ts';
import { SEVERITY, say } from './words.ts';
import { saidIn } from './value-words.ts';

/**
 * `lint --format junit`: a suite per file, a case per finding. Errors are failures, as for the exit code; warnings and
 * remarks are passed cases with their text in system-out; a refused file is an error; a clean file is one passed case.
 * What was not checked stands in the suite's own output.
 */
export function lintJunit(results: readonly FileResult[], language: Language): string {
	const suites = results.map((result) => suiteXml(result, language));
	const failures = results.reduce((sum, result) => sum + failuresOf(result), 0);
	const errors = results.filter((result) => result.refused !== null).length;
	const tests = results.reduce((sum, result) => sum + testsOf(result), 0);
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<testsuites name="bianxu lint" tests="${tests}" failures="${failures}" errors="${errors}">`,
		...suites,
		'</testsuites>',
	].join('\n');
}

function testsOf(result: FileResult): number {
	return result.refused === null ? Math.max(1, result.diagnostics.length + letPassOf(result).signed.length) : 1;
}

function failuresOf(result: FileResult): number {
	if (result.refused !== null) return 0;
	return result.diagnostics.filter(({ severity }) => severity === 'error').length;
}

function suiteXml(result: FileResult, language: Language): string {
	const path = escapeXml(result.path);
	const errors = result.refused === null ? 0 : 1;
	const head = `\t<testsuite name="${path}" tests="${testsOf(result)}" failures="${failuresOf(result)}" errors="${errors}" skipped="${letPassOf(result).signed.length}">`;
	return [head, ...casesXml(result, path, language), ...notesXml(result, language), '\t</testsuite>'].join('\n');
}

/** What the reader met and what nobody looked at: output of the suite, because it neither passes nor fails. */
function notesXml(result: FileResult, language: Language): readonly string[] {
	if (result.refused !== null) return [];
	const known = knownText(letPassOf(result).known, language);
	const notes = noteTexts(result, language).map(({ text }) => text);
	const lines = [...notes, known].filter((text) => text !== '').map(escapeXml);
	return lines.length === 0 ? [] : [`\t\t<system-out>${[...new Set(lines)].join('\n')}</system-out>`];
}

function casesXml(result: FileResult, path: string, language: Language): readonly string[] {
	if (result.refused !== null) {
		const { code, message } = result.refused;
		return [
			`\t\t<testcase classname="${path}" name="${escapeXml(code)}">`,
			`\t\t\t<error type="${escapeXml(code)}" message="${escapeXml(message[language])}"/>`,
			'\t\t</testcase>',
		];
	}
	const { signed } = letPassOf(result);
	if (result.diagnostics.length + signed.length === 0) return [`\t\t<testcase classname="${path}" name="lint"/>`];
	const passed = signed.map((each) => {
		const name = escapeXml(`${each.diagnostic.rule} ${placeText(each.diagnostic.place, language)}`);
		const skipped = `<skipped message="${escapeXml(letPassText(each, language))}"/>`;
		return `\t\t<testcase classname="${path}" name="${name}">${skipped}</testcase>`;
	});
	return [...inTextOrder(result.diagnostics).map((diagnostic) => caseXml(diagnostic, path, language)), ...passed];
}

function caseXml(diagnostic: Diagnostic, path: string, language: Language): string {
	const { rule, severity, message, expected, actual, source, place } = saidIn(diagnostic, language);
	const where = escapeXml(placeText(place, language));
	const text = escapeXml(message[language]);
	const detail = escapeXml(`${deltaText(expected, actual, language)} ${sourceText(source, language)}`.trim());
	const body =
		severity === 'error'
			? `<failure type="${escapeXml(rule)}" message="${text}">${where} ${text} ${detail}</failure>`
			: `<system-out>[${say(language, SEVERITY[severity])}] ${where} ${text} ${detail}</system-out>`;
	return `\t\t<testcase classname="${path}" name="${escapeXml(rule)} ${where}">${body}</testcase>`;
}
