import { lstatSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { expandInputs } from './files.ts';

/** How often the files are looked at, ms. */
const EVERY = 400;

/**
 * Calls `run` at once, and again whenever one of the files is another than before, until the process is ended. The
 * files are looked at instead of listened to: Word saves by renaming, network drives and sync folders tell nobody, and
 * both are seen this way. A change counts when two looks in a row agree, so that nothing half written is read.
 */
export async function watchInputs(
	patterns: readonly string[],
	extensions: readonly string[],
	cwd: string,
	run: () => Promise<void>,
): Promise<never> {
	let judged = await signature(patterns, extensions, cwd);
	let before = judged;
	await run();
	for (;;) {
		await wait(EVERY);
		const now = await signature(patterns, extensions, cwd);
		const settled = now === before;
		before = now;
		if (!settled || now === judged) continue;
		judged = now;
		await run();
	}
}

/** Which files there are, and which version of each: a save changes time, size or the file behind the name. */
async function signature(patterns: readonly string[], extensions: readonly string[], cwd: string): Promise<string> {
	const inputs = await expandInputs(patterns, extensions, cwd);
	return inputs
		.flatMap((input) => {
			if ('missing' in input) return [`${input.shown} missing`];
			// What stands beside a file is judged with it.
			return [input.path, `${input.path}.bianxu.yaml`].map((path) => `${path} ${versionOf(path)}`);
		})
		.join('\n');
}

function versionOf(path: string): string {
	try {
		const { mtimeMs, size, ino } = lstatSync(path);
		return `${mtimeMs} ${size} ${ino}`;
	} catch {
		return 'none';
	}
}
