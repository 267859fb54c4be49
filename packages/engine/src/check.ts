import { resolveTemplate } from '@bianxu/config';
import type { Diagnostic, FileResult, Outline, Problem, Template } from '@bianxu/model';
import { letPass, runDocumentRules } from '@bianxu/rules';
import { recognise } from '@bianxu/structure';
import type { OpenDocument } from './document.ts';
import { withDepth } from './fix-depth.ts';
import { openDocument } from './document.ts';
import { knownIn } from './let-pass.ts';
import type { Session } from './session.ts';
import { type Settings, templateOptions } from './settings.ts';

/** A checked document: what was read, what it is, what is required of it, and what was found. */
export interface Checked {
	readonly document: OpenDocument;
	readonly outline: Outline;
	readonly template: Template;
	readonly result: FileResult;
}

/** A file that could not be read: its result says why, once. */
export interface Refused {
	readonly document: null;
	readonly result: FileResult;
}

/** Reads and checks one file's bytes: read → recognise → rules. Never throws on content. */
export function checkBytes(session: Session, path: string, bytes: Uint8Array, settings: Settings): Checked | Refused {
	const opened = openDocument(session, path, bytes);
	if (opened.document === null) return { document: null, result: refusedResult(path, opened.refused) };
	const document = { ...opened.document, path };
	const key = `${document.hash}:${document.doc.kind}:${JSON.stringify(settings)}`;
	return session.remember('check', `${path}:${key}`, () => {
		const outline = recognise(document.doc, { template: settings.template });
		// One template for all files of a kind: rules keep what they derive from it.
		const asked = JSON.stringify(templateOptions(settings));
		const template = session.remember('template', `${outline.template}:${asked}`, () => templateFor(outline, settings));
		const { doc } = document;
		const found = runDocumentRules({ doc, outline, template, date: settings.date });
		const known = knownIn(session, settings.known);
		const { diagnostics, suppressed } = letPass({
			doc,
			template,
			diagnostics: found.diagnostics,
			sidecar: settings.sidecar,
			known,
		});
		const result: FileResult = {
			path,
			template: outline.template,
			problems: [...settings.problems, ...doc.problems],
			unchecked: [...doc.unchecked, ...found.unchecked],
			diagnostics: withDepth(document, diagnostics),
			...(suppressed.length === 0 ? {} : { suppressed }),
			fixed: 0,
			refused: null,
		};
		return { document, outline, template, result };
	});
}

/** The resolved template that a recognised document is judged by. */
export function templateFor(outline: Outline, settings: Settings): Template {
	return resolveTemplate(outline.template, templateOptions(settings));
}

/** Result of a file that was refused. */
export function refusedResult(path: string, refused: Problem): FileResult {
	return { path, template: null, problems: [refused], unchecked: [], diagnostics: [], fixed: 0, refused };
}

/** Counts by severity, and fixes, over results: the `summary` of the contract. */
export function summarise(results: readonly FileResult[]): {
	readonly errors: number;
	readonly warnings: number;
	readonly infos: number;
	readonly fixed: number;
} {
	const count = (severity: Diagnostic['severity']): number =>
		results.reduce(
			(sum, result) => sum + result.diagnostics.filter((diagnostic) => diagnostic.severity === severity).length,
			0,
		);
	return {
		errors: count('error'),
		warnings: count('warning'),
		infos: count('info'),
		fixed: results.reduce((sum, result) => sum + result.fixed, 0),
	};
}
