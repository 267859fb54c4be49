import type { SlipHead } from '@bianxu/model';
import { escapeHtml } from './escape.ts';
import { htmlPage, signLine } from './html-page.ts';

/** A table of a slip: names of columns, rows of plain text. An empty cell is filled in by hand. */
export interface SlipTable {
	readonly title?: string;
	readonly columns: readonly string[];
	readonly rows: readonly (readonly string[])[];
	/** Column widths in per cent; the rest share what is left. */
	readonly widths?: readonly (number | null)[];
}

/** One sheet to be handed to somebody: session, words, tables, places for signatures. Several begin on pages of their own. */
export interface Slip {
	readonly title: string;
	/** To whom it goes; '' for nobody in particular. */
	readonly to: string;
	readonly lead: readonly string[];
	readonly tables: readonly SlipTable[];
	/** Names under the places for signatures. */
	readonly sign: readonly string[];
}

const STYLE = `
.slip{break-after:page}.slip:last-child{break-after:auto}.slip h1{font-size:1.5em;letter-spacing:.1em}
.slip table{table-layout:fixed}.slip td,.slip th{white-space:normal;height:1.7em}
`;

/** A page of slips, for screen and A4 paper. */
export function slipsHtml(head: SlipHead, title: string, slips: readonly Slip[]): string {
	const body = slips.map((slip) => slipHtml(head, slip)).join('\n');
	return htmlPage('zh', `${title}　${head.organ}${head.session}`, `<style>${STYLE}</style>${body}`);
}

function slipHtml(head: SlipHead, slip: Slip): string {
	const seal = head.seal === '' ? '' : `<br><span class="note">校验码 ${escapeHtml(head.seal)}</span>`;
	return [
		'<section class="slip">',
		`<h1>${escapeHtml(slip.title)}</h1>`,
		`<p class="session">${escapeHtml(head.organ)}${escapeHtml(head.session)}　${escapeHtml(head.date)}${seal}</p>`,
		slip.to === '' ? '' : `<p>${escapeHtml(slip.to)}：</p>`,
		...slip.lead.map((line) => `<p>${escapeHtml(line)}</p>`),
		...slip.tables.map(tableHtml),
		slip.sign.length === 0 ? '' : signLine(slip.sign),
		'</section>',
	]
		.filter((part) => part !== '')
		.join('\n');
}

function tableHtml({ title, columns, rows, widths }: SlipTable): string {
	const cols = columns.map((_, at) => {
		const width = widths?.[at] ?? null;
		return width === null ? '<col>' : `<col style="width:${width}%">`;
	});
	const head = columns.map((name) => `<th>${escapeHtml(name)}</th>`).join('');
	const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('\n');
	return [
		title === undefined ? '' : `<h2>${escapeHtml(title)}</h2>`,
		`<table><colgroup>${cols.join('')}</colgroup><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`,
	].join('');
}
