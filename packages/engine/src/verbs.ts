import type { Diagnostic, TextEdit } from '@bianxu/model';
import { lowerMarkdown, readMarkdown } from '@bianxu/parser';
import { type Checked, checkBytes, type Refused } from './check.ts';
import { chooseFixes } from './fix.ts';
import { mergeChanges } from './merge-changes.ts';
import type { Session } from './session.ts';
import { type Options, settingsFor } from './settings.ts';

/** Checks one file at an absolute path: bytes as given (an editor's buffer), else from the World. Rejects with the World's error only. */
export async function check(
	session: Session,
	request: { readonly path: string; readonly bytes?: Uint8Array; readonly options?: Options },
): Promise<Checked | Refused> {
	const bytes = request.bytes ?? (await session.world.readFile(request.path));
	return checkBytes(session, request.path, bytes, await settingsFor(session, request.path, request.options ?? {}));
}

/**
 * Text edits of a Markdown document for the fixes of these diagnostics, for editors that apply edits themselves.
 * Fixes that touch each other are left for the next check; offsets are UTF-16 units of the file's text.
 */
export function editsForFix(checked: Checked, diagnostics: readonly Diagnostic[]): readonly TextEdit[] {
	if (checked.document.doc.kind !== 'markdown') return [];
	const read = readMarkdown(checked.document.bytes);
	if (read.refusal !== undefined) return [];
	const changes = mergeChanges(chooseFixes(diagnostics, 'all').flatMap((diagnostic) => diagnostic.fix?.changes ?? []));
	return lowerMarkdown(checked.document.doc, read.text, changes).edits;
}
