import type { Diagnostic, FileResult, FindingSeverity, Language, Suppressed } from '@bianxu/model';
import { escapeTerminal } from './escape.ts';
import { problemsOf } from './lint-json.ts';
import { inTextOrder, isWhole, placeText } from './place-text.ts';
import { sourceText } from './source-text.ts';
import { NO_PAGES, type RulePages } from './rule-pages.ts';
import { saidIn } from './value-words.ts';

const LEVEL: Readonly<Record<FindingSeverity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/**
 * `lint --format sarif`: SARIF 2.1.0 (OASIS). Lines and columns only where the source has them (Markdown); a paragraph
 * of a .docx is a logical location `blocks/N`, N as in the JSON contract. Required, actual and source are properties.
 */
export function lintSarif(results: readonly FileResult[], language: Language, pages: RulePages = NO_PAGES): string {
	const rules = ruleIds(results, language, pages);
	const index = new Map(rules.map((rule, order) => [rule.id, order]));
	return JSON.stringify({
		$schema: 'https://json.schemastore.org/sarif-2.1.0.json',
		version: '2.1.0',
		runs: [
			{
				tool: { driver: { name: 'bianxu', fullName: '编序 Bianxu', rules } },
				language: language === 'zh' ? 'zh-CN' : 'en-US',
				columnKind: 'utf16CodeUnits',
				invocations: [
					{
						executionSuccessful: results.every((result) => result.refused === null),
						toolExecutionNotifications: results.flatMap((result) => notifications(result, language)),
					},
				],
				results: results.flatMap((result) => [
					...inTextOrder(result.diagnostics).map((diagnostic) => sarifResult(result.path, diagnostic, index, language)),
					...(result.suppressed ?? []).map((each) => suppressedResult(result.path, each, index, language)),
				]),
			},
		],
	});
}

interface SarifRule {
	readonly id: string;
	readonly shortDescription?: { readonly text: string };
	readonly fullDescription?: { readonly text: string };
	readonly help?: { readonly text: string };
	readonly properties: { readonly source: Diagnostic['source'] };
}

/** Where to read on: the page beside the program and the command that prints it; an address would be outside. */
function pageOf(id: string, language: Language, pages: RulePages): Partial<SarifRule> {
	const page = pages.get(id);
	if (page === undefined) return {};
	return {
		shortDescription: { text: page.title[language] },
		fullDescription: { text: page.description[language] },
		help: { text: `${page.description[language]} docs/rules/${id}.md · bianxu explain ${id}` },
	};
}

function ruleIds(results: readonly FileResult[], language: Language, pages: RulePages): readonly SarifRule[] {
	const rules = new Map<string, SarifRule>();
	for (const { diagnostics, suppressed } of results) {
		for (const { rule, source } of [...diagnostics, ...(suppressed ?? []).map(({ diagnostic }) => diagnostic)]) {
			if (!rules.has(rule)) rules.set(rule, { id: rule, ...pageOf(rule, language, pages), properties: { source } });
		}
	}
	return [...rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function sarifResult(
	path: string,
	diagnostic: Diagnostic,
	index: ReadonlyMap<string, number>,
	language: Language,
): Record<string, unknown> {
	const { rule, severity, message, expected, actual, source, place } = saidIn(diagnostic, language);
	const delta = expected === null && actual === null ? '' : deltaText(expected, actual, language);
	return {
		ruleId: rule,
		ruleIndex: index.get(rule) ?? -1,
		level: LEVEL[severity],
		message: { text: escapeTerminal(`${message[language]}${delta}`) },
		locations: [
			{
				physicalLocation: {
					artifactLocation: { uri: uriOf(path) },
					...(place.line === undefined ? {} : { region: regionOf(diagnostic) }),
				},
				...(isWhole(place)
					? {}
					: {
							logicalLocations: [
								{ fullyQualifiedName: `blocks/${place.block}`, name: escapeTerminal(placeText(place, language)) },
							],
						}),
			},
		],
		properties: { expected, actual, authority: sourceText(source, language), block: place.block },
	};
}

/** A finding that is let pass, with SARIF's own word for it: in the source (comment) or outside. */
function suppressedResult(
	path: string,
	{ diagnostic, via, reason, by, on }: Suppressed,
	index: ReadonlyMap<string, number>,
	language: Language,
): unknown {
	const justification = [reason, by, on].filter((part) => part !== '').join(' · ');
	return {
		...sarifResult(path, diagnostic, index, language),
		suppressions: [
			{
				kind: via === 'comment' ? 'inSource' : 'external',
				status: 'accepted',
				...(justification === '' ? {} : { justification: escapeTerminal(justification) }),
			},
		],
	};
}

/** 「（要求：…；实际：…）」 for formats that have no field of their own for it. Not escaped. */
export function deltaText(expected: string | null, actual: string | null, language: Language): string {
	const zh = language === 'zh';
	const parts: string[] = [];
	if (expected !== null) parts.push(zh ? `要求：${expected}` : `required: ${expected}`);
	if (actual !== null) parts.push(zh ? `实际：${actual}` : `actual: ${actual}`);
	if (parts.length === 0) return '';
	return zh ? `（${parts.join('；')}）` : ` (${parts.join('; ')})`;
}

function regionOf({ place }: Diagnostic): unknown {
	const startLine = Math.max(1, place.line ?? 1);
	const startColumn = Math.max(1, place.column ?? 1);
	const length = place.end - place.start;
	return length > 0 ? { startLine, startColumn, endColumn: startColumn + length } : { startLine, startColumn };
}

/** Relative URI reference of a path; separators of Windows become '/', a drive letter becomes a file URI. */
function uriOf(path: string): string {
	const parts = path
		.replaceAll('\\', '/')
		.replace(/\p{Cs}/gu, '\ufffd')
		.split('/')
		.map(encodeURIComponent);
	const drive = /^([A-Za-z])%3A$/.exec(parts[0] ?? '');
	if (drive !== null) return `file:///${drive[1]}:/${parts.slice(1).join('/')}`;
	return path.startsWith('/') ? `file://${parts.join('/')}` : parts.join('/');
}

function notifications(result: FileResult, language: Language): readonly unknown[] {
	const note = (level: string, code: string, text: string): unknown => ({
		level,
		descriptor: { id: code },
		message: { text: escapeTerminal(text) },
		locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(result.path) } } }],
	});
	return [
		...problemsOf(result).map(({ code, message }) =>
			note(result.refused?.code === code ? 'error' : 'warning', code, message[language]),
		),
		...result.unchecked.map(({ code, message }) => note('note', code, message[language])),
	];
}
