import type { Diagnostic, FileResult, FindingSeverity, Language, Unchecked } from '@bianxu/model';
import { columnsOf } from './display-width.ts';
import { escapeTerminal } from './escape.ts';
import { opening, surroundings } from './excerpt.ts';
import { knownText, letPassOf, letPassText } from './let-pass.ts';
import { problemsOf } from './lint-json.ts';
import { type Paint, PLAIN } from './paint.ts';
import { inTextOrder, placeText } from './place-text.ts';
import { sourceText } from './source-text.ts';
import { type LintSummary, summaryOf } from './summary.ts';
import { SAFETY, SEVERITY, say, TEMPLATE } from './words.ts';
import { saidIn } from './value-words.ts';

export interface LintTextOptions {
	readonly language: Language;
	/** Colours; none when absent. */
	readonly paint?: Paint;
	/** Only errors and the summary line. */
	readonly quiet?: boolean;
	readonly summary?: LintSummary;
	/** Department (单位) of a path; when given, a table by department and by rule follows the findings. */
	readonly departmentOf?: (path: string) => string;
}

/** Characters of a note; the JSON has the whole of it. */
const NOTE = 90;
/** Characters shown on either side of the faulty stretch. */
const AROUND = 10;

/**
 * Findings for people, grouped by file in the order of the text. Every line is built here: document text, file names and
 * messages pass through `escapeTerminal`, so a document cannot forge a line. No line end at the end.
 */
export function lintText(results: readonly FileResult[], options: LintTextOptions): string {
	const { language } = options;
	const paint = options.paint ?? PLAIN;
	const lines: string[] = [];
	for (const result of results) {
		const block = fileLines(result, language, paint, options.quiet ?? false);
		if (block.length > 0) lines.push(...block, '');
	}
	if (options.departmentOf !== undefined) {
		lines.push(...departmentLines(results, options.departmentOf, language), '', ...ruleLines(results, language), '');
	}
	const first = results.find(({ diagnostics }) => diagnostics.length > 0)?.diagnostics[0];
	if (first !== undefined && options.quiet !== true)
		lines.push(paint.dim(pageLine(escapeTerminal(first.rule), language)));
	lines.push(summaryLine(results, options.summary ?? summaryOf(results), language, paint));
	return lines.join('\n');
}

/** Where the rules named above are explained. */
function pageLine(rule: string, language: Language): string {
	return language === 'zh'
		? `每条规则的说明和例子：bianxu explain 规则名（如 bianxu explain ${rule}），或者 docs/rules/ 里的同名页`
		: `What a rule asks for, with examples: bianxu explain RULE (such as ${rule}), or its page in docs/rules/`;
}

function fileLines(result: FileResult, language: Language, paint: Paint, quiet: boolean): readonly string[] {
	const zh = language === 'zh';
	const path = paint.bold(escapeTerminal(result.path));
	if (result.refused !== null) {
		return [
			`${path}  ${paint.red(zh ? '未能读取' : 'refused')}`,
			`  ${escapeTerminal(result.refused.message[language])}`,
		];
	}
	const shown = inTextOrder(result.diagnostics).filter((diagnostic) => !quiet || diagnostic.severity === 'error');
	// An interrupted renumbering is said whole and always: nothing in the packet is sure until it is ended.
	const unfinished = problemsOf(result).filter(({ code }) => code === UNFINISHED);
	if (quiet && shown.length === 0 && unfinished.length === 0) return [];
	const template =
		result.template === null
			? ''
			: paint.dim(zh ? `（${TEMPLATE[result.template].zh}）` : ` (${TEMPLATE[result.template].en})`);
	const lines = [`${path}${template}`];
	shown.forEach((diagnostic, index) => {
		lines.push(...findingLines(diagnostic, index + 1, language, paint));
	});
	if (shown.length === 0) lines.push(`  ${paint.green(zh ? '符合要求，没有发现问题' : 'conforms, no findings')}`);
	if (result.fixed > 0) lines.push(`  ${paint.green(zh ? `已修正 ${result.fixed} 处` : `${result.fixed} corrected`)}`);
	for (const { message } of unfinished) lines.push(`  ${paint.yellow(escapeTerminal(message[language]))}`);
	if (quiet) return lines;
	lines.push(...letPassLines(result, language, paint));
	const others = problemsOf(result).filter(({ code }) => code !== UNFINISHED);
	lines.push(...noteLines(zh ? '读取提示' : 'reading', others, language, paint));
	lines.push(...noteLines(zh ? '未检查' : 'not checked', result.unchecked, language, paint));
	return lines;
}

/** Code of the problem that a renumbering of the file's packet was interrupted. */
const UNFINISHED = 'packet-unfinished';

function letPassLines(result: FileResult, language: Language, paint: Paint): readonly string[] {
	const { signed, known } = letPassOf(result);
	const texts = [...signed.map((each) => letPassText(each, language)), knownText(known, language)];
	return texts.filter((text) => text !== '').map((text) => paint.dim(`  ${escapeTerminal(text)}`));
}

function findingLines(diagnostic: Diagnostic, ordinal: number, language: Language, paint: Paint): readonly string[] {
	const zh = language === 'zh';
	const { place, severity, rule, message, expected, actual, source, fix } = saidIn(diagnostic, language);
	const colour = colourOf(severity, paint);
	const label = (word: string): string => paint.dim(`     ${word}`);
	const lines = [
		`  ${ordinal}. ${colour(`[${say(language, SEVERITY[severity])}]`)} ${escapeTerminal(placeText(place, language))}`,
		`     ${escapeTerminal(message[language])}`,
	];
	const partial = place.end > place.start && !(place.start === 0 && place.end >= place.text.length);
	if (partial) {
		const { before, hit, after } = surroundings(place.text, place.start, place.end, AROUND);
		lines.push(
			`${label(zh ? '原文' : 'text')} ${escapeTerminal(before)}${colour(`【${escapeTerminal(hit)}】`)}${escapeTerminal(after)}`,
		);
	}
	if (expected !== null) lines.push(`${label(zh ? '要求' : 'required')} ${paint.green(shown(expected, zh))}`);
	if (actual !== null) lines.push(`${label(zh ? '实际' : 'actual')} ${colour(shown(actual, zh))}`);
	if (fix !== undefined) {
		const how = say(language, SAFETY[fix.safety]);
		lines.push(
			`${label(zh ? '修正' : 'fix')} ${escapeTerminal(fix.title[language])}${zh ? `（${how}）` : ` (${how})`}`,
		);
	}
	lines.push(
		`${label(zh ? '依据' : 'source')} ${escapeTerminal(sourceText(source, language))}${paint.dim(zh ? '　规则 ' : '  rule ')}${paint.cyan(escapeTerminal(rule))}`,
	);
	return lines;
}

function shown(value: string, zh: boolean): string {
	if (value === '') return zh ? '（无）' : '(none)';
	// A title over two lines is one value: its line end is no part of what is wrong.
	return escapeTerminal(opening(value.replaceAll(/(?<!\s)\s*\n\s*/g, ''), 120));
}

function colourOf(severity: FindingSeverity, paint: Paint): (text: string) => string {
	return severity === 'error' ? paint.red : severity === 'warning' ? paint.yellow : paint.cyan;
}

/** Notes of one kind; equal ones are joined with the paragraphs they were met in. */
function noteLines(title: string, notes: readonly Unchecked[], language: Language, paint: Paint): readonly string[] {
	if (notes.length === 0) return [];
	const zh = language === 'zh';
	const groups = new Map<string, { readonly message: string; readonly blocks: number[]; count: number }>();
	for (const note of notes) {
		const message = note.message[language];
		const key = `${note.code}\n${message}`;
		const group = groups.get(key) ?? { message, blocks: [], count: 0 };
		group.count++;
		if (note.block !== undefined) group.blocks.push(note.block + 1);
		groups.set(key, group);
	}
	return [...groups.values()].map(({ message, blocks, count }) => {
		const named = blocks.slice(0, 5).join(zh ? '、' : ', ');
		const where = blocks.length === 0 ? (count > 1 ? ` ×${count}` : '') : placesOf(named, blocks.length, zh);
		return paint.dim(`  ${title}${zh ? '：' : ': '}${escapeTerminal(opening(message, NOTE))}${where}`);
	});
}

function placesOf(named: string, count: number, zh: boolean): string {
	if (zh) return `（第${named}段${count > 5 ? `等${count}处` : ''}）`;
	return ` (paragraph ${named}${count > 5 ? ` and ${count - 5} more` : ''})`;
}

function departmentLines(
	results: readonly FileResult[],
	departmentOf: (path: string) => string,
	language: Language,
): readonly string[] {
	const zh = language === 'zh';
	const groups = new Map<string, FileResult[]>();
	for (const result of results) {
		const department = departmentOf(result.path) || (zh ? '（未登记单位）' : '(no department)');
		groups.set(department, [...(groups.get(department) ?? []), result]);
	}
	const rows = [...groups].map(([department, files]) => {
		const { errors, warnings, infos } = summaryOf(files);
		return [escapeTerminal(department), `${files.length}`, `${errors}`, `${warnings}`, `${infos}`];
	});
	const head = zh ? ['单位', '文件', '错误', '警告', '提示'] : ['department', 'files', 'errors', 'warnings', 'infos'];
	return columnsOf([head, ...rows], [1, 2, 3, 4]);
}

function ruleLines(results: readonly FileResult[], language: Language): readonly string[] {
	const zh = language === 'zh';
	const counts = new Map<string, { severity: FindingSeverity; count: number; files: Set<string> }>();
	for (const { path, diagnostics } of results) {
		for (const { rule, severity } of diagnostics) {
			const entry = counts.get(rule) ?? { severity, count: 0, files: new Set<string>() };
			entry.count++;
			entry.files.add(path);
			counts.set(rule, entry);
		}
	}
	if (counts.size === 0) return [];
	const rows = [...counts]
		.sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1))
		.map(([rule, { severity, count, files }]) => [
			escapeTerminal(rule),
			say(language, SEVERITY[severity]),
			`${count}`,
			`${files.size}`,
		]);
	const head = zh ? ['规则', '级别', '处', '文件'] : ['rule', 'severity', 'findings', 'files'];
	return columnsOf([head, ...rows], [2, 3]);
}

function summaryLine(results: readonly FileResult[], summary: LintSummary, language: Language, paint: Paint): string {
	const refused = results.filter((result) => result.refused !== null).length;
	const { errors, warnings, infos, fixed } = summary;
	const clean = errors + warnings + refused === 0;
	const colour = errors + refused > 0 ? paint.red : clean ? paint.green : paint.yellow;
	if (language === 'zh') {
		const parts = [`错误 ${errors}`, `警告 ${warnings}`, `提示 ${infos}`];
		if (fixed > 0) parts.push(`已修正 ${fixed}`);
		if (refused > 0) parts.push(`未能读取 ${refused}`);
		const verdict = errors + refused > 0 ? '不符合要求' : '符合要求';
		return colour(`共检查 ${results.length} 个文件，${verdict}：${parts.join('，')}`);
	}
	const parts = [`${errors} errors`, `${warnings} warnings`, `${infos} infos`];
	if (fixed > 0) parts.push(`${fixed} fixed`);
	if (refused > 0) parts.push(`${refused} refused`);
	return colour(
		`${results.length} files, ${errors + refused > 0 ? 'does not conform' : 'conforms'}: ${parts.join(', ')}`,
	);
}
