// `pnpm bianxu …`: runs the built program from the caller's folder, building it first when it is missing or older than
// its sources. Build output goes to stderr, so that stdout stays the program's own.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const program = join(root, 'packages/cli/dist/bianxu.mjs');

/** Newest change below a folder, in milliseconds. */
function newest(folder) {
	let latest = 0;
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		latest = Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
	}
	return latest;
}

function isStale() {
	if (!existsSync(program)) return true;
	const built = statSync(program).mtimeMs;
	const packages = join(root, 'packages');
	return readdirSync(packages).some(
		(name) => existsSync(join(packages, name, 'src')) && newest(join(packages, name, 'src')) > built,
	);
}

if (isStale()) {
	const built = spawnSync(
		process.execPath,
		[join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'scripts/build.ts')],
		{ cwd: root, stdio: ['ignore', 2, 2] },
	);
	if (built.status !== 0) process.exit(2);
}
const cwd = process.env.INIT_CWD ?? process.cwd();
const run = spawnSync(process.execPath, [program, ...process.argv.slice(2)], { cwd, stdio: 'inherit' });
process.exit(run.status ?? 2);
