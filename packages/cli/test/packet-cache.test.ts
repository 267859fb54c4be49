import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bianxu, PROGRAM, ROOT } from './program.ts';

describe('packet plan keeps what it read beside the packet', () => {
	let here = '';
	const cache = (): string => join(here, '.bianxu/cache/packet.json');
	const plan = (...args: readonly string[]): string =>
		bianxu(['packet', 'plan', '--format', 'json', ...args], { cwd: here }).stdout;
	beforeAll(() => {
		here = mkdtempSync(join(tmpdir(), 'bianxu-readings-'));
		cpSync(join(ROOT, 'fixtures/packet/clean'), here, { recursive: true });
	});
	afterAll(() => rmSync(here, { recursive: true, force: true }));

	it('says the same with and without, and leaves nothing with --no-cache', () => {
		const whole = plan('--no-cache');
		expect(existsSync(join(here, '.bianxu'))).toBe(false);
		expect(plan()).toBe(whole);
		const kept = readFileSync(cache(), 'utf8');
		expect(plan()).toBe(whole);
		expect(readFileSync(cache(), 'utf8')).toBe(kept);
		writeFileSync(cache(), kept.slice(0, kept.length >> 1));
		expect(plan()).toBe(whole);
		// Another number in it would renumber a paper by what it does not say.
		writeFileSync(cache(), kept.replace('会议材料之', '会议材料第'));
		expect(plan()).toBe(whole);
		expect(readFileSync(cache(), 'utf8')).toBe(kept);
	});

	it.skipIf(process.platform === 'win32')('for nobody else to read', () => {
		plan();
		expect(statSync(cache()).mode & 0o777).toBe(0o600);
	});

	it('sees a paper that changed, and says the same of it as a plan that reads everything', () => {
		plan();
		const file = join(here, '计划执行情况审查意见.md');
		writeFileSync(file, `${readFileSync(file, 'utf8')}\n见会议材料之四十。\n`);
		const seen = plan();
		expect(seen).toContain('"dangling":1');
		expect(seen).toBe(plan('--no-cache'));
	});

	it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
		'a folder that cannot be written to has none',
		() => {
			rmSync(join(here, '.bianxu'), { recursive: true, force: true });
			chmodSync(here, 0o555);
			try {
				expect(plan()).toBe(plan('--no-cache'));
				expect(existsSync(join(here, '.bianxu'))).toBe(false);
			} finally {
				chmodSync(here, 0o755);
			}
		},
	);
});

describe('packet plan --watch', () => {
	let here = '';
	beforeAll(() => {
		here = mkdtempSync(join(tmpdir(), 'bianxu-plan-watch-'));
		cpSync(join(ROOT, 'fixtures/packet/clean'), here, { recursive: true });
	});
	afterAll(() => rmSync(here, { recursive: true, force: true }));

	it('plans again when a paper or the list is saved', async () => {
		const child = spawn(process.execPath, [PROGRAM, 'packet', 'plan', '--watch', '--quiet'], {
			cwd: here,
			env: { ...process.env, NO_COLOR: '1' },
		});
		let said = '';
		child.stdout.on('data', (data: Buffer) => {
			said += data.toString('utf8');
		});
		/** The first line of each plan so far, once there are as many. */
		const plans = async (count: number): Promise<readonly string[]> => {
			const end = Date.now() + 30_000;
			for (;;) {
				const heads = said.split('\n').filter((line) => /^\d+份改号、/.test(line));
				if (heads.length >= count || Date.now() > end) return heads;
				await new Promise((resolve) => setTimeout(resolve, 50));
			}
		};
		try {
			expect(await plans(1)).toEqual(['0份改号、0处引用改写、0处悬空；可以执行。']);
			const paper = join(here, '计划执行情况审查意见.md');
			writeFileSync(paper, `${readFileSync(paper, 'utf8')}\n见会议材料之四十。\n`);
			expect((await plans(2))[1]).toContain('1处悬空');
			const list = join(here, 'packet.yaml');
			writeFileSync(list, readFileSync(list, 'utf8').replace('  - id: i3\n', '  - id: i3\n    withdrawn: true\n'));
			expect((await plans(3))[2]).toMatch(/^10份改号、/);
		} finally {
			child.kill();
		}
	});

	it('does not write a plan', () => {
		const { status, stderr } = bianxu(['packet', 'plan', '--watch', '-o', '方案.html'], { cwd: here });
		expect([status, stderr]).toEqual([2, expect.stringContaining('--watch 只显示方案，不能与 -o 同用')]);
	});
});
