import type { Checked } from '@bianxu/engine';
import type { Diagnostic, Doc, Language, OutlineNode, Problem, TextEdit } from '@bianxu/model';
import {
	type DocumentSymbol,
	DiagnosticSeverity,
	type Diagnostic as LspDiagnostic,
	type TextEdit as LspTextEdit,
	type Range,
	SymbolKind,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

const SEVERITY = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	info: DiagnosticSeverity.Information,
} as const;

/** Name that editors show beside a finding. */
export const SOURCE = '编序';

/** File offsets of a stretch of a block's text; the block's own range where the text is empty or cannot be mapped. */
export function fileOffsets(
	doc: Doc,
	block: number,
	start: number,
	end: number,
): { readonly start: number; readonly end: number } {
	const paragraph = doc.paragraphs[block];
	if (paragraph === undefined) return { start: 0, end: 0 };
	const touched = paragraph.spans.filter((span) => span.start < Math.max(end, start + 1) && span.end > start);
	const first = touched[0];
	const last = touched.at(-1);
	if (first === undefined || last === undefined) return { start: paragraph.source.start, end: paragraph.source.end };
	const from = first.verbatim ? first.source.start + Math.max(0, start - first.start) : first.source.start;
	const to = last.verbatim ? last.source.start + Math.min(end, last.end) - last.start : last.source.end;
	return { start: from, end: Math.max(from, to) };
}

function rangeOf(document: TextDocument, offsets: { readonly start: number; readonly end: number }): Range {
	return { start: document.positionAt(offsets.start), end: document.positionAt(offsets.end) };
}

/** How findings are shown. `pages`: address of the folder with the pages of the rules; null where there is none. */
export interface Shown {
	readonly language: Language;
	readonly pages: string | null;
}

/** A finding as the protocol has it (LSP 3.17 Diagnostic); one about the whole document stands on the first line. */
export function lspDiagnostic(
	document: TextDocument,
	doc: Doc,
	diagnostic: Diagnostic,
	{ language, pages }: Shown,
): LspDiagnostic {
	const { place } = diagnostic;
	const whole = place.text === '' && place.block === 0;
	const range = whole
		? { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }
		: rangeOf(document, fileOffsets(doc, place.block, place.start, place.end));
	const zh = language === 'zh';
	const values = [
		diagnostic.expected === null ? '' : `${zh ? '要求：' : 'required: '}${diagnostic.expected}`,
		diagnostic.actual === null ? '' : `${zh ? '实际：' : 'actual: '}${diagnostic.actual}`,
	].filter((value) => value !== '');
	return {
		range,
		severity: SEVERITY[diagnostic.severity],
		code: diagnostic.rule,
		...(pages === null ? {} : { codeDescription: { href: `${pages}/${diagnostic.rule}.md` } }),
		source: SOURCE,
		message: [diagnostic.message[language], ...values].join('\n'),
	};
}

/** Something that concerns the whole folder and no place in the text: on the first line. */
export function lspProblem({ code, message }: Problem, language: Language): LspDiagnostic {
	const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
	return { range, severity: DiagnosticSeverity.Warning, code, source: SOURCE, message: message[language] };
}

/** Edits of a Markdown file as the protocol has them. */
export function lspEdits(document: TextDocument, edits: readonly TextEdit[]): LspTextEdit[] {
	return edits.map((edit) => ({ range: rangeOf(document, edit.range), newText: edit.text }));
}

/** The outline of a report: title at the top, numbered headings below. */
export function lspSymbols(document: TextDocument, checked: Checked): DocumentSymbol[] {
	const { doc } = checked.document;
	const symbol = (node: OutlineNode): DocumentSymbol => {
		const own = doc.paragraphs[node.block];
		const last = doc.paragraphs[node.lastBlock] ?? own;
		const start = own?.source.start ?? 0;
		return {
			name: `${node.mark.canonical}${node.text}` || ' ',
			kind: SymbolKind.String,
			range: rangeOf(document, { start, end: Math.max(last?.source.end ?? start, own?.source.end ?? start) }),
			selectionRange: rangeOf(document, { start, end: own?.source.end ?? start }),
			children: node.children.map(symbol),
		};
	};
	const headings = checked.outline.headings.map(symbol);
	if (checked.outline.title === '') return headings;
	const whole = { start: document.positionAt(0), end: document.positionAt(document.getText().length) };
	const title = checked.outline.claims.find((claim) => claim.role === 'title');
	const at = doc.paragraphs[title?.block ?? 0]?.source;
	const selectionRange = at === undefined ? whole : rangeOf(document, at);
	return [{ name: checked.outline.title, kind: SymbolKind.File, range: whole, selectionRange, children: headings }];
}
