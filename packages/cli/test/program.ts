import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Repository root. */
export const ROOT = join(import.meta.dirname, '../../..');
/** The built program that users run. */
export const PROGRAM = join(ROOT, 'packages/cli/dist/bianxu.mjs');
/** Real and hostile documents that the project did not write; absent on a user's machine. */
export const CORPUS = join(ROOT, '../shared/corpus');
export const hasCorpus = existsSync(CORPUS);

export interface Ran {
	readonly status: number | null;
	readonly stdout: string;
	readonly stderr: string;
	/** Peak resident memory in MB. */
	readonly memory: number;
	readonly seconds: number;
}

/** Prints the peak memory of the child at its end, on a line of its own. */
const MEASURE =
	"data:text/javascript,process.on('exit',()=>process.stderr.write('\\nmaxRSS='+process.resourceUsage().maxRSS+'\\n'))";

/** Runs the built program as a user would. */
export function bianxu(
	args: readonly string[],
	options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>>; readonly timeout?: number } = {},
): Ran {
	const begin = performance.now();
	const run = spawnSync(process.execPath, ['--import', MEASURE, PROGRAM, ...args], {
		cwd: options.cwd ?? ROOT,
		encoding: 'utf8',
		maxBuffer: 1 << 30,
		timeout: options.timeout ?? 120_000,
		env: { ...process.env, NO_COLOR: '1', SOURCE_DATE_EPOCH: '1795651200', ...options.env },
	});
	const measured = /\nmaxRSS=(\d+)\n/.exec(run.stderr);
	return {
		status: run.status,
		stdout: run.stdout,
		stderr: run.stderr.replace(/\nmaxRSS=\d+\n/, ''),
		memory: measured === null ? 0 : Number(measured[1]) / 1024,
		seconds: (performance.now() - begin) / 1000,
	};
}

/** Exit code of a program that is on the PATH, or null when it is not there. */
export function hasProgram(name: string): boolean {
	return spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;
}
