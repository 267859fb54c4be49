// Used by build.ts: `fill-code-cache.mjs DIST FILES…` runs `lint FILES…` with the program in DIST and writes
// DIST/program.cache, V8's code cache with everything that was compiled in that run. V8 takes a cache only under the same
// flags, so the program's own (runtime.ts) are set first, as the launcher does.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

const [dist, ...files] = process.argv.slice(2);
const flags = /setFlagsFromString\)?\("([^"]+)"\)/.exec(readFileSync(join(dist, 'bianxu.mjs'), 'utf8'))?.[1];
if (flags !== undefined) setFlagsFromString(flags);
const filename = join(dist, 'program.cjs');
const script = new Script(readFileSync(filename, 'utf8'), { filename });
process.argv = [process.execPath, join(dist, 'bianxu.mjs'), 'lint', '--format', 'json', ...files];
script.runInThisContext()(createRequire(filename), dist, (part) => import(join(dist, part)));
process.on('exit', () => writeFileSync(join(dist, 'program.cache'), script.createCachedData()));
