import type { Problem } from '@bianxu/model';
import { briefRepeated, diagnosticOf, letPass, repeatedParagraphs } from '@bianxu/rules';
import { recognise } from '@bianxu/structure';
import type { Checked, Refused } from './check.ts';
import { openDocument } from './document.ts';
import { knownIn } from './let-pass.ts';
import type { Session } from './session.ts';
import type { Settings } from './settings.ts';

/** An earlier paper (往年材料) that new ones are compared with. */
export interface Previous {
	readonly name: string;
	readonly paper: Parameters<typeof repeatedParagraphs>[0];
}

/** Reads an earlier paper at an absolute path; `name` is how messages call it. Rejects with the World's error. */
export async function readPrevious(
	session: Session,
	path: string,
	name: string,
): Promise<Previous | { readonly refused: Problem }> {
	const opened = openDocument(session, path, await session.world.readFile(path));
	if (opened.document === null) return { refused: opened.refused };
	const { doc } = opened.document;
	return { name, paper: { doc, outline: recognise(doc, { template: 'auto' }) } };
}

/** A checked document with what it repeats from earlier papers (brief-repeated): remarks only. */
export function withPrevious<T extends Checked | Refused>(
	session: Session,
	checked: T,
	settings: Settings,
	previous: readonly Previous[],
): T {
	if (checked.document === null || previous.length === 0) return checked;
	const { document, outline, template, result } = checked;
	const { doc } = document;
	const setting = template.rules[briefRepeated.meta.id];
	const severity = setting?.severity ?? briefRepeated.meta.severity;
	if (severity === 'off') return checked;
	const others = previous.map(({ name, paper }) => ({ name, ...paper }));
	const passed = letPass({
		doc,
		template,
		diagnostics: repeatedParagraphs({ doc, outline }, others).map((finding) =>
			diagnosticOf(briefRepeated, setting, severity, finding, doc),
		),
		sidecar: settings.sidecar,
		known: knownIn(session, settings.known),
		judgeAllowances: false,
	});
	const diagnostics = [...result.diagnostics, ...passed.diagnostics].sort(
		(a, b) => a.place.block - b.place.block || a.place.start - b.place.start,
	);
	const suppressed = [...(result.suppressed ?? []), ...passed.suppressed];
	return {
		...checked,
		result: { ...result, diagnostics, ...(suppressed.length === 0 ? {} : { suppressed }) },
	};
}
