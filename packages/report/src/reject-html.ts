import type { Language, RejectFinding, RejectResult } from '@bianxu/model';
import { escapeHtml } from './escape.ts';
import { htmlPage, requiredBesideActual } from './html-page.ts';
import { knownText, letPassOf, letPassText } from './let-pass.ts';
import { sourceText } from './source-text.ts';
import { SEVERITY, say, VERDICT } from './words.ts';
import { saidIn } from './value-words.ts';

/** A picture of one page for the report: SVG markup of ours, or a data URI of a submitted page (PNG). */
export interface PagePicture {
	readonly page: number;
	readonly title: string;
	readonly svg?: string;
	readonly dataUri?: string;
}

/** Head of the report; what is unknown stays a blank to fill in by hand. */
export interface RejectHead {
	/** Number of the material in the packet, '' when unknown. */
	readonly number: string;
	readonly title: string;
	readonly department: string;
	/** Day of the verdict, YYYY-MM-DD. */
	readonly date: string;
}

/** The report that goes back to the department: verdict, required beside actual, pages, signatures. One HTML file. */
export function rejectHtml(
	result: RejectResult,
	language: Language,
	options: { readonly head: RejectHead; readonly pages: readonly PagePicture[] },
): string {
	const zh = language === 'zh';
	const title =
		result.verdict === 'accept'
			? zh
				? '材料核验单'
				: 'Inspection record'
			: result.verdict === 'reprint'
				? zh
					? '责成重印通知单'
					: 'Notice to reprint'
				: zh
					? '发回修改通知单'
					: 'Notice of return';
	const body = [
		`<h1>${title}</h1>`,
		headTable(result, options.head, zh),
		`<p class="verdict ${result.verdict}">${say(language, VERDICT[result.verdict])}</p>`,
		`<p>${counts(result.findings, zh)}</p>`,
		findingsTable(result.findings, language),
		signedHtml(result, language),
		letPassHtml(result, language),
		pictures(options.pages, zh),
		signatures(result, zh),
	];
	return htmlPage(language, title, body.filter((part) => part !== '').join('\n'));
}

function headTable(result: RejectResult, head: RejectHead, zh: boolean): string {
	const rows: readonly (readonly [string, string])[] = [
		[zh ? '文件' : 'file', result.path],
		[zh ? '材料' : 'material', [head.number, head.title].filter((part) => part !== '').join('　')],
		[zh ? '报送单位' : 'department', head.department],
		[zh ? '核验日期' : 'date', head.date],
	];
	return `<table>${rows.map(([name, value]) => `<tr><th>${name}</th><td>${escapeHtml(value)}</td></tr>`).join('')}</table>`;
}

function counts(findings: readonly RejectFinding[], zh: boolean): string {
	const of = (severity: RejectFinding['severity']): number =>
		findings.filter((finding) => finding.severity === severity).length;
	return zh
		? `错误 ${of('error')} 处，警告 ${of('warning')} 处，提示 ${of('info')} 处。`
		: `${of('error')} errors, ${of('warning')} warnings, ${of('info')} infos.`;
}

function placeOf(finding: RejectFinding, zh: boolean): string {
	// A document has no pages of its own: its paragraph's text names the place.
	if (finding.page === null) return finding.text !== '' ? '' : zh ? '全件' : 'whole document';
	if (finding.line === null) return zh ? `第${finding.page}页` : `page ${finding.page}`;
	return zh ? `第${finding.page}页第${finding.line}行` : `page ${finding.page}, line ${finding.line}`;
}

function findingsTable(findings: readonly RejectFinding[], language: Language): string {
	const zh = language === 'zh';
	if (findings.length === 0) return '';
	const names = zh
		? ['序号', '级别', '位置与问题', '要求', '实际']
		: ['No.', 'severity', 'place and finding', 'required', 'actual'];
	const rows = findings.map((own, index) => {
		const finding = saidIn(own, language);
		const both = requiredBesideActual(finding.expected, finding.actual);
		const text = finding.text === '' ? '' : `<div class="note">「${escapeHtml(finding.text.slice(0, 60))}」</div>`;
		return [
			`<tr id="F${index + 1}"><td class="no">${index + 1}</td><td class="${finding.severity}">${say(language, SEVERITY[finding.severity])}</td>`,
			`<td>${placeOf(finding, zh) === '' ? '' : `<div>${placeOf(finding, zh)}</div>`}${text}<div>${escapeHtml(finding.message[language])}</div>`,
			`<div class="source">${escapeHtml(sourceText(finding.source, language))} · ${escapeHtml(finding.rule)}</div></td>`,
			`<td>${both.required}</td><td>${both.actual}</td></tr>`,
		].join('');
	});
	return `<table><thead><tr>${names.map((name) => `<th>${name}</th>`).join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}

/** Warnings that somebody answers for by name: they stay on the record of the print. */
function signedHtml({ signed = [] }: RejectResult, language: Language): string {
	if (signed.length === 0) return '';
	const zh = language === 'zh';
	const names = zh
		? ['级别', '位置与问题', '理由', '签认人', '日期']
		: ['severity', 'place and finding', 'reason', 'signed by', 'on'];
	const rows = signed.map(({ finding, by, on, reason }) => {
		const cells = [by, on].map((text) => `<td>${escapeHtml(text)}</td>`).join('');
		const said = `<td><div>${placeOf(finding, zh)}</div><div>${escapeHtml(finding.message[language])}</div></td>`;
		return `<tr><td class="${finding.severity}">${say(language, SEVERITY[finding.severity])}</td>${said}<td>${escapeHtml(reason)}</td>${cells}</tr>`;
	});
	return `<h2>${zh ? '已签认' : 'Signed for'}</h2><table><thead><tr>${names.map((name) => `<th>${name}</th>`).join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}

/** What was let pass, why and by whom: the sign-off goes with the paper. */
function letPassHtml(result: RejectResult, language: Language): string {
	const { signed, known } = letPassOf(result);
	const texts = [...signed.map((each) => letPassText(each, language)), knownText(known, language)];
	const notes = texts.filter((text) => text !== '').map((text) => `<p class="note">${escapeHtml(text)}</p>`);
	return notes.join('\n');
}

function pictures(pages: readonly PagePicture[], zh: boolean): string {
	if (pages.length === 0) return '';
	const figures = pages.map(({ page, title, svg, dataUri }) => {
		const picture = svg ?? (dataUri === undefined ? '' : `<img alt="" src="${escapeHtml(dataUri)}">`);
		return `<figure>${picture}<figcaption>${zh ? `第${page}页` : `page ${page}`}　${escapeHtml(title)}</figcaption></figure>`;
	});
	return `<h2>${zh ? '页面' : 'Pages'}</h2><div class="pages">${figures.join('\n')}</div>`;
}

function signatures(result: RejectResult, zh: boolean): string {
	if (result.verdict === 'accept') return '';
	const names = zh ? ['拟稿人', '部门负责人', '分管领导'] : ['drafter', 'head of department', 'leader in charge'];
	const due = zh ? '请于　　月　　日　　时前送回。' : 'Return by ____________.';
	return `<p>${due}</p><table class="sign"><tr>${names.map((name) => `<th>${name}</th>`).join('')}</tr><tr>${names.map(() => '<td></td>').join('')}</tr></table>`;
}
