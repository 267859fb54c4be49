import {
	baselineAfter,
	check,
	DOCUMENT_EXTENSIONS,
	loadBaseline,
	type Options,
	type Session,
	settingsFor,
	writeBaseline,
	writeSafely,
} from '@bianxu/engine';
import type { FileResult } from '@bianxu/model';
import { expandInputs, shownPath } from './files.ts';
import { printable, say, type Terminal } from './output.ts';

/**
 * `lint --update-baseline`: what is found in the files now becomes known, what is gone leaves the baseline, entries of
 * other files stay. False, with the reason said, when no baseline is named.
 */
export async function updateBaseline(
	session: Session,
	terminal: Terminal,
	files: readonly string[],
	options: Options,
): Promise<boolean> {
	const byBaseline = new Map<string, FileResult[]>();
	for (const input of await expandInputs(files, DOCUMENT_EXTENSIONS, terminal.cwd)) {
		if ('missing' in input) continue;
		const { baseline } = await settingsFor(session, input.path, options);
		if (baseline === null) {
			const path = printable(input.shown);
			terminal.complain(
				say(terminal, {
					zh: `${path}: 没有指定基线文件，请用 --baseline 文件名.yaml，或者写进 bianxu.yaml`,
					en: `${path}: no baseline is named; use --baseline FILE.yaml or write it into bianxu.yaml`,
				}),
			);
			terminal.exit(2);
			return false;
		}
		// A file that cannot be read is said by the check that follows.
		const checked = await check(session, { path: input.path, options }).catch(() => null);
		if (checked?.document === null || checked === null) continue;
		byBaseline.set(baseline, [...(byBaseline.get(baseline) ?? []), checked.result]);
	}
	for (const [path, results] of byBaseline) {
		const before = await loadBaseline(session, path);
		// A damaged baseline is somebody's work: it is said, and left alone.
		if (before.faults.some(({ fatal }) => fatal)) continue;
		const entries = baselineAfter(session, path, before.entries, results);
		await writeSafely(session.world, path, new TextEncoder().encode(writeBaseline(entries)));
		const count = entries.reduce((sum, entry) => sum + entry.count, 0);
		const shown = printable(shownPath(path, terminal.cwd));
		const line = { zh: `基线 ${shown} 已更新，共 ${count} 处`, en: `baseline ${shown} updated, ${count} findings` };
		if (process.stderr.isTTY) terminal.complain(say(terminal, line));
	}
	return true;
}
