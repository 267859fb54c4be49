import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { PROGRAM } from './program.ts';

/** Says of every script that is compiled with a code cache whether V8 took it. */
const WATCH = `data:text/javascript,${encodeURIComponent(`
import { createRequire, syncBuiltinESMExports } from 'node:module';
const vm = createRequire('file:///')('node:vm');
vm.Script = class extends vm.Script {
	constructor(source, options) {
		super(source, options);
		process.stderr.write('rejected=' + this.cachedDataRejected + '\\n');
	}
};
syncBuiltinESMExports();`)}`;

describe('start of the command', () => {
	it('takes the code cache that the build made', () => {
		const run = spawnSync(process.execPath, ['--import', WATCH, PROGRAM, '--version'], { encoding: 'utf8' });
		expect(run.status).toBe(0);
		expect(run.stderr).toBe('rejected=false\n');
	});
});
