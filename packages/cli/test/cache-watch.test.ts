import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bianxu, PROGRAM, ROOT } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'bianxu-cache-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SHORT = readFileSync(join(ROOT, 'fixtures/packet/faulty/计划执行情况审查意见.md'), 'utf8');
/** As long as a report is, some 6,000 characters. */
const REPORT = Array.from({ length: Math.ceil(6000 / SHORT.length) }, () => SHORT).join('\n\n');

/** A folder with copies of a report that differ in one figure. */
function reports(name: string, count: number): string {
	const here = join(folder, name);
	mkdirSync(here);
	for (let at = 0; at < count; at += 1)
		writeFileSync(join(here, `报告${at}.md`), `${REPORT}\n\n全年新建改建道路${at + 2}公里。\n`);
	return here;
}

const json = (cwd: string, ...args: readonly string[]): string =>
	bianxu(['lint', '--format', 'json', ...args, '.'], { cwd }).stdout;

describe('lint --cache', () => {
	it('says the same, and what it keeps instead of looking again', () => {
		const here = reports('留存', 3);
		const plain = json(here);
		expect(json(here, '--cache')).toBe(plain);
		expect(json(here, '--cache')).toBe(plain);
		// The head of the file names the check sum of the rest: with it made anew, the forged answer is taken.
		const file = join(here, '.bianxu/cache/lint.json');
		const [head = '', rest = ''] = readFileSync(file, 'utf8').split('\n');
		const answer = JSON.parse(plain) as { files: { diagnostics: { message: string }[] }[] };
		const message = answer.files[0]?.diagnostics[0]?.message ?? '';
		const forged = rest.replaceAll(message, '仿造');
		const sha256 = createHash('sha256').update(forged).digest('hex');
		writeFileSync(file, `${JSON.stringify({ ...(JSON.parse(head) as object), sha256 })}\n${forged}`);
		expect(forged).not.toBe(rest);
		expect(json(here, '--cache')).toBe(plain.replaceAll(message, '仿造'));
	});

	it('looks again when the text, the settings or what stands beside changes', () => {
		const here = reports('改动', 2);
		const first = json(here, '--cache');
		const kept = readFileSync(join(here, '.bianxu/cache/lint.json'), 'utf8');
		expect(json(here, '--cache')).toBe(first);
		expect(readFileSync(join(here, '.bianxu/cache/lint.json'), 'utf8')).toBe(kept);
		const steps: readonly (() => void)[] = [
			() => writeFileSync(join(here, '报告0.md'), `${REPORT}\n\n治理工程完成。。\n`),
			() => writeFileSync(join(here, '报告0.md.bianxu.yaml'), 'allow: [{ rule: punct-duplicate, reason: 引文 }]\n'),
			() => writeFileSync(join(here, 'bianxu.yaml'), 'rules: { punct-fullwidth: off }\n'),
			() => writeFileSync(join(here, 'bianxu.yaml'), 'profile: 本机关.yaml\n'),
			() => writeFileSync(join(here, '本机关.yaml'), 'id: 本机关\nrules: { punct-fullwidth: off }\n'),
			() => writeFileSync(join(here, '本机关.yaml'), 'id: 本机关\nrules: { punct-fullwidth: info }\n'),
		];
		for (const step of steps) {
			step();
			expect(json(here, '--cache')).toBe(json(here));
		}
		expect(json(here, '--cache', '--level', 'county')).toBe(json(here, '--level', 'county'));
		expect(json(here, '--cache', '--lang', 'en')).toBe(json(here, '--lang', 'en'));
	});

	it('of another program, or damaged, is no cache', () => {
		const here = reports('损坏', 1);
		const plain = json(here);
		const file = join(here, '.bianxu/cache/lint.json');
		json(here, '--cache');
		for (const text of ['', '{', '[]', 'null', readFileSync(file, 'utf8').replace('"program":"', '"program":"x')]) {
			writeFileSync(file, text);
			expect(json(here, '--cache')).toBe(plain);
		}
		expect(existsSync(file)).toBe(true);
	});
});

describe('lint --watch', () => {
	it('checks again on every save, also one by renaming, and on a new file', async () => {
		const here = join(folder, '监视');
		mkdirSync(here);
		const file = join(here, 'a.md');
		const good = '# 关于清水河治理情况的调查意见\n\n治理工程已经完成。\n';
		const bad = good.replace('工程', '工程,');
		writeFileSync(file, good);
		const child = spawn(process.execPath, [PROGRAM, 'lint', '--watch', '--quiet', here], {
			env: { ...process.env, NO_COLOR: '1' },
		});
		let said = '';
		child.stdout.on('data', (data: Buffer) => {
			said += data.toString('utf8');
		});
		const runs = (): number => said.match(/共检查/g)?.length ?? 0;
		const until = async (count: number): Promise<string> => {
			const end = Date.now() + 30_000;
			while (runs() < count && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
			expect(runs(), said).toBe(count);
			return said.trim().split('\n').at(-1) ?? '';
		};
		try {
			expect(await until(1)).toContain('错误 0');
			// As Word saves: the new text under another name, the old file moved away, the new one put in its place.
			writeFileSync(join(here, '~WRD0001.tmp'), bad);
			renameSync(file, join(here, '~WRL0002.tmp'));
			await new Promise((resolve) => setTimeout(resolve, 100));
			renameSync(join(here, '~WRD0001.tmp'), file);
			rmSync(join(here, '~WRL0002.tmp'));
			expect(await until(2)).toContain('错误 1');
			writeFileSync(file, good);
			expect(await until(3)).toContain('错误 0');
			writeFileSync(join(here, 'b.md'), bad);
			expect(await until(4)).toContain('共检查 2 个文件');
		} finally {
			child.kill();
		}
	}, 150_000);

	it('does not write', () => {
		const run = bianxu(['lint', '--watch', '--fix', folder]);
		expect(run.status).toBe(2);
		expect(run.stderr).toContain('--watch 只检查');
	});
});
