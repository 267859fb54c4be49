// Used by build.ts: `fill-code-cache.mjs DIST ARGUMENTS…` runs the program in DIST with these arguments, several times
// where `--then` parts them, and writes DIST/program.cache (packet.cache for verbs of a packet), V8's code cache with
// everything that was compiled in these runs. V8 takes a cache only under the same flags, so all of the program's own (runtime.ts) are set first, as the launcher does. A cache that the launcher would
// refuse makes every command twice as slow and nothing else, so it is tried, and the build fails.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

const [dist, ...args] = process.argv.slice(2);
const launcher = readFileSync(join(dist, 'bianxu.mjs'), 'utf8');
for (const [, flag, lastNode] of launcher.matchAll(/\["(--[^"]+)", (\d+)\]/g))
	if (Number.parseInt(process.versions.node, 10) <= Number(lastNode)) setFlagsFromString(flag);
const filename = join(dist, 'program.cjs');
const script = new Script(readFileSync(filename, 'utf8'), { filename });
const name = args[0] === 'packet' ? 'packet.cache' : 'program.cache';
const start = script.runInThisContext();

/** Runs the arguments up to the next `--then`; false when there are none left. */
function runNext() {
	if (args.length === 0) return false;
	const then = args.indexOf('--then');
	const run = args.splice(0, then < 0 ? args.length : then + 1).filter((arg) => arg !== '--then');
	process.argv = [process.execPath, join(dist, 'bianxu.mjs'), ...run];
	start(createRequire(filename), dist, (part) => import(join(dist, part)));
	return true;
}

runNext();
// Nothing is left to wait for: that run is over.
process.on('beforeExit', runNext);

/** True when the launcher, up to where it would start the program, gets its script from the cache. */
function isTaken() {
	const [head, start] = launcher.split(/^var start\b/m);
	if (start === undefined) return false;
	const ask = `${head}process.exit(compiled(${JSON.stringify(dist)}).cachedDataRejected === false ? 0 : 1);`;
	const verb = name === 'packet.cache' ? 'packet' : 'lint';
	return (
		spawnSync(process.execPath, ['--input-type=module', '-e', ask, '--', '-', verb], { stdio: 'ignore' }).status === 0
	);
}

process.on('exit', () => {
	writeFileSync(join(dist, name), script.createCachedData());
	if (isTaken()) return;
	process.stderr.write(name + ' is refused by V8: does the launcher set flags that fill-code-cache does not?\n');
	process.exitCode = 70;
});
