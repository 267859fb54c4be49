import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import type { FontSource } from '@bianxu/model';

const folder = join(import.meta.dirname, '../../../.fonts');

/** Fonts that set-up laid down, as the World offers them; [] where there are none. */
export const packSources: readonly FontSource[] = (existsSync(folder) ? readdirSync(folder) : [])
	.filter((name) => /\.(?:ttf|otf)$/.test(name))
	.sort()
	.map((name) => ({
		path: join(folder, name),
		origin: 'pack',
		read: () => Promise.resolve(new Uint8Array(readFileSync(join(folder, name)))),
	}));

/** True when every font of the set-up is there: 仿宋 and 楷 can be had on Debian only. */
export const packComplete = [
	'FandolFang-Regular.otf',
	'LXGWWenKai-Regular.ttf',
	'NotoSansSC-Medium.ttf',
	'NotoSerifSC-Bold.ttf',
	'NotoSerifSC-Regular.ttf',
].every((name) => existsSync(join(folder, name)));

/** Arithmetic of the World on Node. */
export const deflate = (data: Uint8Array): Uint8Array => deflateSync(data, { level: 6 });
export const sha256 = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** True when a command of poppler or qpdf is installed. */
export function hasTool(command: string): boolean {
	return (
		spawnSync(command, [command === 'qpdf' ? '--version' : command === 'java' ? '-version' : '-v'], { stdio: 'ignore' })
			.error === undefined
	);
}

/** Output of a command; throws with what it said when it fails. */
export function runTool(
	command: string,
	args: readonly string[],
	environment: Readonly<Record<string, string>> = {},
): { readonly stdout: string; readonly stderr: string } {
	const run = spawnSync(command, args, {
		encoding: 'utf8',
		maxBuffer: 1 << 28,
		env: { ...process.env, ...environment },
	});
	if (run.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${run.stderr}`);
	return { stdout: run.stdout, stderr: run.stderr };
}
