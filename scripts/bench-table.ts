/** Measuring whole processes and printing tables of ratios: what the parts of the bench share. */
import { spawnSync } from 'node:child_process';

/** Writes the CPU time and peak memory of a Node process at its end. */
const MEASURE =
	"data:text/javascript,process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write('\\nCPU='+(u.userCPUTime+u.systemCPUTime)/1e6+' RSS='+u.maxRSS/1024+'\\n')})";

/** A process measured: medians of its CPU and wall seconds, its largest memory in MB. */
export interface Measured {
	readonly name: string;
	readonly cpu: number;
	readonly wall: number;
	readonly memory: number;
}

/** The middle value. */
export function median(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** Runs a Node script `runs` times after one warm-up. Throws when it fails, so that no failed run counts as fast. */
export function measure(
	folder: string,
	runs: number,
	name: string,
	args: readonly string[],
	allowed: readonly number[] = [0],
): Measured {
	const taken: { cpu: number; wall: number; memory: number }[] = [];
	for (let i = 0; i <= runs; i++) {
		const begin = performance.now();
		const run = spawnSync(process.execPath, ['--import', MEASURE, ...args], {
			cwd: folder,
			encoding: 'utf8',
			maxBuffer: 1 << 30,
			env: { ...process.env, NO_COLOR: '1' },
		});
		const wall = (performance.now() - begin) / 1000;
		const match = /CPU=([\d.]+) RSS=([\d.]+)/.exec(run.stderr);
		if (run.status === null || !allowed.includes(run.status) || match === null)
			throw new Error(`${name}: exit ${run.status}\n${run.stderr.slice(-600)}`);
		if (i > 0) taken.push({ cpu: Number(match[1]), wall, memory: Number(match[2]) });
	}
	return {
		name,
		cpu: median(taken.map((t) => t.cpu)),
		wall: median(taken.map((t) => t.wall)),
		memory: Math.max(...taken.map((t) => t.memory)),
	};
}

/**
 * The same for a program that ends without Node's own exit, so that MEASURE is never asked: the shell's `times` tells the
 * CPU time of what it waited for. Its memory is not known. Throws when it does not run at all.
 */
export function measureNative(cwd: string, runs: number, name: string, args: readonly string[]): Measured {
	const taken: { cpu: number; wall: number }[] = [];
	for (let i = 0; i <= runs; i++) {
		const begin = performance.now();
		const run = spawnSync(
			'sh',
			['-c', '"$@" > /dev/null 2>&1; code=$?; times; exit $code', 'sh', process.execPath, ...args],
			{
				cwd,
				encoding: 'utf8',
			},
		);
		const wall = (performance.now() - begin) / 1000;
		const times = [...run.stdout.matchAll(/(\d+)m([\d.]+)s/g)].map((match) => Number(match[1]) * 60 + Number(match[2]));
		const [, , user, system] = times;
		if (run.status === null || run.status > 1 || user === undefined || system === undefined)
			throw new Error(`${name}: exit ${run.status}\n${run.stdout.slice(-200)}`);
		if (i > 0) taken.push({ cpu: user + system, wall });
	}
	return {
		name,
		cpu: median(taken.map((each) => each.cpu)),
		wall: median(taken.map((each) => each.wall)),
		memory: Number.NaN,
	};
}

/** Prints rows with their ratio to the first, which is ours. */
export function table(
	title: string,
	rows: readonly Measured[],
	unit: 'cpu' | 'wall',
	note: (row: Measured) => string,
): void {
	const ours = rows[0];
	if (ours === undefined) return;
	console.log(`\n${title}\n\n| | CPU s | wall s | peak MB | bianxu ÷ it | |\n|---|---|---|---|---|---|`);
	for (const row of rows)
		console.log(
			`| ${row.name} | ${row.cpu.toFixed(2)} | ${row.wall.toFixed(2)} | ${row.memory.toFixed(0)} | ${(ours[unit] / row[unit]).toFixed(2)} | ${note(row)} |`,
		);
}
