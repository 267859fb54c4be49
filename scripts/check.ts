/**
 * `pnpm check`: everything that must hold before a change lands: types, import directions and lint, format, dead code,
 * generated files up to date, tests. Runs all steps and names the failed ones. `--without-tests` leaves out the last.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

interface Step {
	readonly name: string;
	readonly command: readonly string[];
}

const bin = (name: string): string => join(root, 'node_modules/.bin', name);

const STEPS: readonly Step[] = [
	{ name: 'types', command: [bin('tsc'), '-p', 'tsconfig.json'] },
	{ name: 'types of the pure packages (no Node, no DOM)', command: [bin('tsc'), '-p', 'tsconfig.pure.json'] },
	{ name: 'lint and import directions', command: [bin('oxlint'), '--deny-warnings'] },
	{ name: 'format', command: [bin('biome'), 'format', '.'] },
	{ name: 'dead code', command: [bin('knip')] },
	{ name: 'generated files up to date', command: [bin('tsx'), 'scripts/generate-docs.ts', '--check'] },
	{ name: 'fixtures up to date', command: [bin('tsx'), 'scripts/build-fixtures.ts', '--check'] },
];

const TESTS: Step = { name: 'tests', command: [] };

function run(step: Step): boolean {
	process.stdout.write(`\n── ${step.name}\n`);
	const [program, ...args] = step.name === TESTS.name ? [process.env['npm_execpath'] ?? 'pnpm', 'test'] : step.command;
	const script = program?.endsWith('js') === true;
	const result = spawnSync(script ? process.execPath : (program ?? ''), script ? [program ?? '', ...args] : args, {
		cwd: root,
		stdio: 'inherit',
	});
	return result.status === 0;
}

const steps = process.argv.includes('--without-tests') ? STEPS : [...STEPS, TESTS];
const failed = steps.filter((step) => !run(step)).map((step) => step.name);
process.stdout.write(failed.length === 0 ? '\ncheck: all steps passed\n' : `\ncheck failed: ${failed.join(', ')}\n`);
process.exit(failed.length === 0 ? 0 : 1);
