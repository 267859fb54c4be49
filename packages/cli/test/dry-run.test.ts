/** `--dry-run` of every verb of a packet that writes: it says what it would do, and no file and no folder changes. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bianxu, PROGRAM, ROOT } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'bianxu-dry-run-'));
const run = (...args: string[]) => bianxu(args, { cwd: folder });

/** Every file below the folder with its bytes, and every folder. */
function disk(): ReadonlyMap<string, string> {
	return new Map(
		readdirSync(folder, { recursive: true, withFileTypes: true })
			.map((entry): [string, string] => {
				const path = join(entry.parentPath, entry.name);
				return [path, entry.isFile() ? readFileSync(path, 'base64') : 'folder'];
			})
			.sort(([a], [b]) => (a < b ? -1 : 1)),
	);
}

describe.skipIf(!existsSync(PROGRAM))('--dry-run (needs the built program)', () => {
	beforeAll(() => {
		cpSync(join(ROOT, 'fixtures/packet/clean'), folder, { recursive: true });
		expect(run('packet', 'apply').status).toBe(0);
		expect(run('packet', 'record-print').status).toBe(0);
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	it.each([
		['apply', ['apply'], ''],
		['freeze', ['freeze', '--state', 'printed'], '演示'],
		['sign', ['sign', '--role', '拟稿人', '--by', '李文静'], '拟稿人李文静已签'],
		[
			'sign --return',
			['sign', 'm1', '--role', '部门负责人', '--by', '高建业', '--return', '数字有误', '-o', '退稿'],
			'退回1份',
		],
		['ledger', ['ledger', '--add', '第3页日期有误', '--by', '王秘书', '--id', 'm1'], '第3页日期有误'],
		[
			'record-print',
			['record-print', 'm2', '--copies', '60', '--where', '常委会组成人员'],
			'已登记付印：1份材料，共60份',
		],
		['export', ['export', '-o', '导出'], '已导出到'],
		['export of a workbook', ['export', '-o', '一览表.xlsx'], '已导出到'],
		['reprint', ['reprint', '-o', '重印'], '已写到'],
	])('%s', (_, args, said) => {
		const before = disk();
		const { status, stdout, stderr } = run('packet', ...args, '--dry-run');
		expect(stderr).toBe('');
		expect(status).toBe(0);
		expect(stdout).toContain('演示');
		expect(stdout).toContain(said);
		expect([...disk()]).toEqual([...before]);
	});

	it('the same without it writes', () => {
		const before = disk();
		expect(run('packet', 'sign', '--role', '拟稿人', '--by', '李文静').status).toBe(0);
		expect([...disk()]).not.toEqual([...before]);
	});
});
