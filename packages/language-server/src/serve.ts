import { type Checked, check, editsForFix, type Session, unfinishedIn } from '@bianxu/engine';
import type { Diagnostic, Language } from '@bianxu/model';
import {
	type CodeAction,
	CodeActionKind,
	type CodeActionParams,
	type Connection,
	type Diagnostic as LspDiagnostic,
	type InitializeParams,
	type InitializeResult,
	TextDocumentSyncKind,
	TextDocuments,
} from 'vscode-languageserver';
import { createConnection } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { documentPath } from './document-path.ts';
import { lspDiagnostic, lspEdits, lspProblem, lspSymbols } from './to-lsp.ts';

/** Milliseconds of quiet typing before a check; a check of a long report takes less than this. */
const QUIET = 150;

/** A document as last checked. `shown` begins with its findings, in their order. */
interface Current {
	readonly version: number;
	readonly checked: Checked;
	readonly shown: readonly LspDiagnostic[];
}

/** Serves over standard input and output until the client says exit; `pages` as in `Shown`. */
export function serveStdio(session: Session, pages: string | null): Promise<void> {
	const connection = createConnection(process.stdin, process.stdout);
	serve(connection, session, pages);
	return new Promise((resolve) => {
		connection.onExit(() => resolve());
	});
}

/**
 * Diagnostics and quick fixes for Markdown reports (LSP 3.17), over any connection. Text from an editor is as untrusted
 * as a file: it takes the same way through the engine, limits included.
 */
export function serve(connection: Connection, session: Session, pages: string | null): void {
	const documents = new TextDocuments(TextDocument);
	const kept = new Map<string, Current>();
	const waiting = new Map<string, ReturnType<typeof setTimeout>>();
	let language: Language = 'zh';

	const current = async (document: TextDocument): Promise<Current | null> => {
		const known = kept.get(document.uri);
		if (known?.version === document.version) return known;
		const path = documentPath(document.uri);
		if (path === null) return null;
		const { version } = document;
		const checked = await check(session, { path, bytes: new TextEncoder().encode(document.getText()) });
		if (checked.document === null) return null;
		const { doc } = checked.document;
		const shown = checked.result.diagnostics.map((diagnostic) =>
			lspDiagnostic(document, doc, diagnostic, { language, pages }),
		);
		// Behind the findings, whose order the quick fixes go by.
		const unfinished = unfinishedIn(checked.result);
		if (unfinished !== null) shown.push(lspProblem(unfinished, language));
		const fresh: Current = { version, checked, shown };
		kept.set(document.uri, fresh);
		return fresh;
	};

	const publish = async (document: TextDocument): Promise<void> => {
		const found = await current(document);
		// The text may have changed meanwhile: its own check is on the way, and offsets of this one would be wrong.
		if (documents.get(document.uri)?.version !== document.version) return;
		await connection.sendDiagnostics({
			uri: document.uri,
			version: document.version,
			diagnostics: found === null ? [] : [...found.shown],
		});
	};

	const later = (document: TextDocument): void => {
		clearTimeout(waiting.get(document.uri));
		waiting.set(
			document.uri,
			setTimeout(() => {
				waiting.delete(document.uri);
				publish(document).catch((error: unknown) => connection.console.error(String(error)));
			}, QUIET),
		);
	};

	connection.onInitialize((params: InitializeParams): InitializeResult => {
		if (params.locale !== undefined && !params.locale.startsWith('zh')) language = 'en';
		return {
			capabilities: {
				textDocumentSync: TextDocumentSyncKind.Incremental,
				codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll] },
				documentSymbolProvider: true,
			},
			serverInfo: { name: 'bianxu' },
		};
	});

	connection.onCodeAction(async (params) => {
		const document = documents.get(params.textDocument.uri);
		const found = document === undefined ? null : await current(document);
		return document === undefined || found === null ? [] : actionsOf(document, found, params, language);
	});

	connection.onDocumentSymbol(async ({ textDocument }) => {
		const document = documents.get(textDocument.uri);
		const found = document === undefined ? null : await current(document);
		return document === undefined || found === null ? [] : lspSymbols(document, found.checked);
	});

	documents.onDidChangeContent(({ document }) => later(document));
	documents.onDidClose(({ document }) => {
		clearTimeout(waiting.get(document.uri));
		waiting.delete(document.uri);
		kept.delete(document.uri);
		void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
	});
	documents.listen(connection);
	connection.listen();
}

function touches(a: LspDiagnostic['range'], b: LspDiagnostic['range']): boolean {
	const before = (x: LspDiagnostic['range']['start'], y: LspDiagnostic['range']['start']): boolean =>
		x.line < y.line || (x.line === y.line && x.character <= y.character);
	return before(a.start, b.end) && before(b.start, a.end);
}

function actionsOf(
	document: TextDocument,
	{ checked, shown }: Current,
	{ range, context }: CodeActionParams,
	language: Language,
): CodeAction[] {
	const wanted = (kind: string): boolean =>
		context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
	const { diagnostics } = checked.result;
	const actions: CodeAction[] = [];
	const edit = (of: readonly Diagnostic[]): CodeAction['edit'] => {
		const edits = lspEdits(document, editsForFix(checked, of));
		return edits.length === 0 ? undefined : { changes: { [document.uri]: edits } };
	};
	if (wanted(CodeActionKind.QuickFix)) {
		diagnostics.forEach((diagnostic, index) => {
			const lsp = shown[index];
			if (lsp === undefined || diagnostic.fix === undefined || !touches(lsp.range, range)) return;
			const change = edit([diagnostic]);
			if (change === undefined) return;
			actions.push({
				title: diagnostic.fix.title[language],
				kind: CodeActionKind.QuickFix,
				diagnostics: [lsp],
				isPreferred: diagnostic.fix.safety === 'safe',
				edit: change,
			});
		});
	}
	if (wanted(CodeActionKind.SourceFixAll)) {
		const safe = diagnostics.filter(({ fix }) => fix?.safety === 'safe');
		const change = edit(safe);
		const title = language === 'zh' ? '修正全部安全的问题（编序）' : 'Fix all that is safe (Bianxu)';
		if (change !== undefined) actions.push({ title, kind: CodeActionKind.SourceFixAll, edit: change });
	}
	return actions;
}
