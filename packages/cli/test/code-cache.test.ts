/** The program starts from the code that the build compiled: V8 takes it only under the very flags it was made with. */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { PROGRAM } from './program.ts';

/** Tells for each script that is compiled from a cache whether V8 refused the cache. */
const WATCH = `data:text/javascript,${encodeURIComponent(`
import vm from 'node:vm';
import { syncBuiltinESMExports } from 'node:module';
const { Script } = vm;
vm.Script = class extends Script {
	constructor(text, options) {
		super(text, options);
		process.stderr.write('rejected=' + this.cachedDataRejected + '\\n');
	}
};
syncBuiltinESMExports();`)}`;

it('takes the code cache beside the program', () => {
	const run = spawnSync(process.execPath, ['--import', WATCH, PROGRAM, '--version'], { encoding: 'utf8' });
	expect(run.stderr).toBe('rejected=false\n');
	expect(run.status).toBe(0);
});
