import type { FileResult, FindingSeverity, Language } from '@bianxu/model';
import { escapeTerminal } from './escape.ts';
import { problemsOf } from './lint-json.ts';
import { inTextOrder, isWhole, placeText } from './place-text.ts';
import { deltaText } from './lint-sarif.ts';
import { noteTexts } from './notes.ts';
import { sourceText } from './source-text.ts';
import { saidIn } from './value-words.ts';

const COMMAND: Readonly<Record<FindingSeverity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** `lint --format github`: workflow commands, one line a finding, so that a pull request shows them at their lines. */
export function lintGithub(results: readonly FileResult[], language: Language): string {
	return results.flatMap((result) => fileCommands(result, language)).join('\n');
}

function fileCommands(result: FileResult, language: Language): readonly string[] {
	const file = propertyText(result.path);
	const notes = problemsOf(result).map(({ code, message }) => {
		const command = result.refused?.code === code ? 'error' : 'warning';
		return `::${command} file=${file},title=${propertyText(code)}::${dataText(message[language])}`;
	});
	const findings = inTextOrder(result.diagnostics).map((diagnostic) => {
		const { rule, severity, message, expected, actual, source, place } = saidIn(diagnostic, language);
		const line = place.line === undefined ? '' : `,line=${place.line},col=${place.column ?? 1}`;
		const where = isWhole(place) || place.line !== undefined ? '' : `${placeText(place, language)} `;
		const text = `${where}${message[language]}${deltaText(expected, actual, language)} ${sourceText(source, language)}`;
		return `::${COMMAND[severity]} file=${file}${line},title=${propertyText(rule)}::${dataText(text)}`;
	});
	const unchecked = noteTexts(result, language)
		.filter((note) => note.unchecked)
		.map(({ code, text }) => `::notice file=${file},title=${propertyText(code)}::${dataText(text)}`);
	return [...notes, ...findings, ...new Set(unchecked)];
}

/** Data of a workflow command: '%' first, line ends are gone with the other controls. */
function dataText(text: string): string {
	return escapeTerminal(text).replaceAll('%', '%25');
}

function propertyText(text: string): string {
	return dataText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
