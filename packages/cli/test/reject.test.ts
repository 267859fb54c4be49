import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bianxu, CORPUS, hasCorpus, ROOT } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'bianxu-reject-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const clean = join(ROOT, 'fixtures/packet/clean');
const faulty = join(ROOT, 'fixtures/packet/faulty');

describe('reject', () => {
	it('a faulty material: exit 1, json of the contract, a report in HTML', () => {
		const report = join(folder, '核验单.html');
		const run = bianxu(['reject', join(faulty, '执法检查报告.docx'), '--format', 'json', '-o', report]);
		expect(run.status).toBe(1);
		expect(run.stderr).toBe('');
		const output = JSON.parse(run.stdout) as { readonly findings: readonly object[] };
		expect(output).toMatchObject({ version: 1, verdict: 'revise', material: expect.stringMatching(/^m\d+$/) });
		expect(Object.keys(output)).toEqual(['version', 'verdict', 'material', 'findings']);
		expect(Object.keys(output.findings[0] ?? {})).toEqual([
			'rule',
			'severity',
			'page',
			'line',
			'expected',
			'actual',
			'source',
			'message',
		]);
		expect(readFileSync(report, 'utf8')).toContain('发回修改通知单');
	});

	it('our own print is accepted, exit 0; against another material it is to be reprinted, exit 1', () => {
		const print = join(folder, 'one.pdf');
		const path = join(clean, '学前教育调研报告.md');
		expect(bianxu(['print', path, '-o', print]).status).toBe(0);
		const accepted = bianxu(['reject', print, '--against', path]);
		expect([accepted.status, accepted.stdout]).toEqual([0, expect.stringContaining('准予付印')]);
		const other = bianxu(['reject', print, '--against', join(clean, '计划执行情况审查意见.md'), '--lang', 'en']);
		expect([other.status, other.stdout]).toEqual([1, expect.stringContaining('to be reprinted')]);
	});

	it('refusals are one line with the path, exit 2, and complete json', () => {
		const path = join(clean, '学前教育调研报告.md');
		const report = bianxu(['reject', path, '-o', join(folder, 'r.pdf'), '--format', 'json']);
		expect(report.status).toBe(2);
		expect(report.stderr).toMatch(/^\S*r\.pdf: .*\.html.*\n$/);
		expect(existsSync(join(folder, 'r.pdf'))).toBe(false);
		expect(JSON.parse(report.stdout)).toMatchObject({
			version: 1,
			verdict: null,
			refusals: [{ code: 'report-format' }],
		});
		const missing = bianxu(['reject', join(folder, 'none.pdf')]);
		expect([missing.status, missing.stderr]).toEqual([2, expect.stringMatching(/none\.pdf: 找不到文件/)]);
	});

	it.skipIf(!hasCorpus)(
		'hostile prints end within 10 s and 512 MB (../shared/corpus)',
		() => {
			const below = join(CORPUS, 'hostile', process.env['BIANXU_FULL'] === '1' ? '' : 'own');
			const files = readdirSync(below, { recursive: true, encoding: 'utf8' })
				.map((name) => join(below, name))
				.filter((path) => path.endsWith('.pdf') && statSync(path).isFile());
			expect(files.length).toBeGreaterThan(5);
			for (const file of files) {
				const run = bianxu(['reject', file, '--format', 'json', '-o', join(folder, 'hostile.html')]);
				expect([0, 1, 2], file).toContain(run.status);
				expect(JSON.parse(run.stdout), file).toMatchObject({ version: 1 });
				expect(run.stderr, file).not.toMatch(/\n\s+at |Error:/);
				expect(run.seconds, file).toBeLessThan(10);
				expect(run.memory, file).toBeLessThan(512);
			}
		},
		300_000,
	);
});
