/**
 * Starts the built command. The program is one script, compiled from V8's code cache that the build lays beside it: a
 * third of a short run is reading code otherwise. A cache of another Node is refused by V8 and the script is compiled.
 * The verbs of a packet have a cache of their own, because they and the checks use different parts of the program.
 */
import './runtime.ts';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';

/** What `program.cjs` evaluates to: the program, given what a module would have. `load` imports a part beside it. */
type Program = (require: NodeJS.Require, folder: string, load: (part: string) => Promise<unknown>) => void;

/** The program's script in a folder, compiled from its cache where that fits this Node. */
function compiled(folder: string): Script {
	const filename = join(folder, 'program.cjs');
	// The build writes ASCII only, which is read ten times as fast as what may be UTF-8.
	return new Script(readFileSync(filename, 'latin1'), { filename, cachedData: cacheIn(folder) });
}

function cacheIn(folder: string): Buffer | undefined {
	try {
		return readFileSync(join(folder, process.argv[2] === 'packet' ? 'packet.cache' : 'program.cache'));
	} catch {
		// Without a cache the program is only slower.
		return undefined;
	}
}

const start = compiled(import.meta.dirname).runInThisContext() as Program;
start(createRequire(import.meta.url), import.meta.dirname, (part) => import(new URL(part, import.meta.url).href));
