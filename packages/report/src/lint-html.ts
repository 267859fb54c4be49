import type { Diagnostic, FileResult, Language } from '@bianxu/model';
import { escapeHtml } from './escape.ts';
import { surroundings } from './excerpt.ts';
import { htmlPage, requiredBesideActual } from './html-page.ts';
import { knownText, letPassOf, letPassText } from './let-pass.ts';
import { inTextOrder, isWhole, placeText } from './place-text.ts';
import { noteTexts } from './notes.ts';
import { sourceText } from './source-text.ts';
import { summaryOf } from './summary.ts';
import { SEVERITY, say, TEMPLATE } from './words.ts';
import { NO_PAGES, type RulePages } from './rule-pages.ts';
import { saidIn } from './value-words.ts';

/** Characters shown on either side of a faulty stretch. */
const AROUND = 14;

/** Findings as one HTML file that opens anywhere and prints on A4; the anchor #F12 is finding 12, for the telephone. */
export function lintHtml(results: readonly FileResult[], language: Language, pages: RulePages = NO_PAGES): string {
	const zh = language === 'zh';
	const { errors, warnings, infos } = summaryOf(results);
	const refused = results.filter((result) => result.refused !== null).length;
	const bad = errors + refused > 0;
	const verdict = zh ? (bad ? '不符合要求' : '符合要求') : bad ? 'does not conform' : 'conforms';
	const counts = zh
		? `共 ${results.length} 个文件：错误 ${errors}，警告 ${warnings}，提示 ${infos}${refused > 0 ? `，未能读取 ${refused}` : ''}`
		: `${results.length} files: ${errors} errors, ${warnings} warnings, ${infos} infos${refused > 0 ? `, ${refused} refused` : ''}`;
	const title = zh ? '会议材料检查报告' : 'Report on meeting materials';
	let number = 0;
	const sections = results.map((result) => {
		const markup = fileSection(result, number, language, pages);
		number += result.diagnostics.length;
		return markup;
	});
	const body = [
		`<h1>${title}</h1>`,
		`<p class="verdict ${bad ? 'revise' : 'accept'}">${verdict}</p><p>${counts}</p>`,
		...sections,
		...pagesOf(results, language, pages),
	];
	return htmlPage(language, title, body.join('\n'));
}

/** The pages of the rules cited, below the findings that link to them: a report on paper has them too. */
function pagesOf(results: readonly FileResult[], language: Language, pages: RulePages): readonly string[] {
	const zh = language === 'zh';
	const cited = [...new Set(results.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule)))].sort();
	const entries = cited.flatMap((rule) => {
		const page = pages.get(rule);
		if (page === undefined) return [];
		const name = `${escapeHtml(page.title[language])} · ${escapeHtml(rule)}`;
		return [`<dt id="rule-${escapeHtml(rule)}">${name}</dt><dd>${escapeHtml(page.description[language])}</dd>`];
	});
	if (entries.length === 0) return [];
	const more = zh
		? '例子见 docs/rules/，或者运行 bianxu explain 规则名。'
		: 'Examples: docs/rules/, or bianxu explain RULE.';
	return [`<h2>${zh ? '规则说明' : 'The rules'}</h2>`, `<dl>${entries.join('\n')}</dl>`, `<p class="note">${more}</p>`];
}

function fileSection(result: FileResult, before: number, language: Language, pages: RulePages): string {
	const zh = language === 'zh';
	const name = result.template === null ? '' : say(language, TEMPLATE[result.template]);
	const template = name === '' ? '' : zh ? `（${name}）` : ` (${name})`;
	const head = `<h2>${escapeHtml(result.path)}${template}</h2>`;
	if (result.refused !== null) return `${head}<p class="error">${escapeHtml(result.refused.message[language])}</p>`;
	const findings = inTextOrder(result.diagnostics);
	const rows = findings
		.map((diagnostic, index) => findingRow(diagnostic, before + index + 1, language, pages))
		.join('\n');
	const table =
		findings.length === 0
			? `<p class="accept">${zh ? '没有发现问题' : 'no findings'}</p>`
			: `<table><thead><tr>${columns(zh)
					.map((name) => `<th>${name}</th>`)
					.join('')}</tr></thead><tbody>${rows}</tbody></table>`;
	return [head, table, notesHtml(result, language)].join('\n');
}

function notesHtml(result: FileResult, language: Language): string {
	const { signed, known } = letPassOf(result);
	const passed = [...signed.map((each) => letPassText(each, language)), knownText(known, language)];
	const texts = [...passed.filter((text) => text !== ''), ...noteTexts(result, language).map(({ text }) => text)];
	const notes = texts.map((text) => `<p class="note">${escapeHtml(text)}</p>`);
	return [...new Set(notes)].join('\n');
}

function columns(zh: boolean): readonly string[] {
	return zh
		? ['序号', '级别', '位置与问题', '要求', '实际']
		: ['No.', 'severity', 'place and finding', 'required', 'actual'];
}

function findingRow(diagnostic: Diagnostic, number: number, language: Language, pages: RulePages): string {
	const { place, severity, message, expected, actual, source, rule } = saidIn(diagnostic, language);
	const both = requiredBesideActual(expected, actual);
	const name = escapeHtml(rule);
	const page = pages.has(rule) ? `<a href="#rule-${name}">${name}</a>` : name;
	return [
		`<tr id="F${number}"><td class="no">${number}</td>`,
		`<td class="${severity}">${say(language, SEVERITY[severity])}</td>`,
		`<td><div>${escapeHtml(placeText(place, language))}</div>${excerptOf(diagnostic)}<div>${escapeHtml(message[language])}</div>`,
		`<div class="source">${escapeHtml(sourceText(source, language))} · ${page}</div></td>`,
		`<td>${both.required}</td><td>${both.actual}</td></tr>`,
	].join('');
}

function excerptOf({ place }: Diagnostic): string {
	if (isWhole(place) || place.end <= place.start) return '';
	const { before, hit, after } = surroundings(place.text, place.start, place.end, AROUND);
	return `<div>${escapeHtml(before)}<mark>${escapeHtml(hit)}</mark>${escapeHtml(after)}</div>`;
}

/**
 * The one-page 修改清单 of a file: what remains to be corrected by hand, to print and tick off. Give it the result of
 * the corrected file and it lists only what the safe fixes have not done.
 */
export function correctionListHtml(result: FileResult, language: Language): string {
	const zh = language === 'zh';
	const title = zh ? '修改清单' : 'List of corrections';
	const rows = inTextOrder(result.diagnostics).map((diagnostic, index) => {
		const { place, message, expected, actual } = saidIn(diagnostic, language);
		const change =
			expected === null && actual === null
				? ''
				: `<div class="source">${escapeHtml(actual ?? '')} → ${escapeHtml(expected ?? '')}</div>`;
		return `<tr><td class="no">${index + 1}</td><td>${escapeHtml(placeText(place, language))}</td><td>${escapeHtml(message[language])}${change}</td><td class="no">□</td></tr>`;
	});
	const head = zh ? ['序号', '位置', '问题和改法', '已改'] : ['No.', 'place', 'what to correct', 'done'];
	const body = [
		`<h1>${title}</h1><p>${escapeHtml(result.path)}</p>`,
		rows.length === 0
			? `<p class="accept">${zh ? '没有需要修改的地方' : 'nothing to correct'}</p>`
			: `<table><thead><tr>${head.map((name) => `<th>${name}</th>`).join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`,
		notesHtml(result, language),
	];
	return htmlPage(language, title, body.join('\n'));
}
