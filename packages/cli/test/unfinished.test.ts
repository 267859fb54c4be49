import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bianxu, ROOT } from './program.ts';

/** Commands by words, and whether they go on over papers that may be half renumbered. */
const commands: readonly (readonly [command: string, ends: number])[] = [
	['packet plan', 2],
	['packet apply', 2],
	['packet apply --dry-run', 2],
	['packet undo', 2],
	['packet status', 2],
	['packet freeze', 2],
	['packet sign --role 拟稿人 --by 王某', 2],
	['packet record-print --copies 60', 2],
	['packet reprint', 2],
	['packet export -o 移交', 2],
	['packet ledger', 2],
	['packet carry -o 下次会议', 2],
	['print packet.yaml -o 全套.pdf', 2],
	['print 计划执行情况报告.docx -o 一份.pdf', 0],
	['reject 计划执行情况报告.docx', 2],
	['lint 计划执行情况报告.docx --fix', 2],
	['lint 计划执行情况报告.docx', 0],
	['lint 计划执行情况报告.docx --quiet', 0],
	['dump 计划执行情况报告.docx', 0],
	['doctor', 0],
	['profile show', 0],
	['profile learn 计划执行情况报告.docx', 0],
	['new base -o 新材料.docx', 0],
];

describe('a renumbering that was interrupted', () => {
	let here = '';
	const paper = '计划执行情况报告.docx';
	beforeAll(() => {
		here = mkdtempSync(join(tmpdir(), 'bianxu-unfinished-'));
		cpSync(join(ROOT, 'fixtures/packet/clean'), here, { recursive: true });
		mkdirSync(join(here, '.bianxu/change/new'), { recursive: true });
		const file = { path: paper, old: 'a'.repeat(64), next: 'b'.repeat(64) };
		const journal = { version: 1, kind: 'apply', on: '2026-11-25', files: [file] };
		writeFileSync(join(here, '.bianxu/change/journal.json'), JSON.stringify(journal));
	});
	afterAll(() => rmSync(here, { recursive: true, force: true }));

	it.each(commands)('is said by bianxu %s, with both ways out', (command, ends) => {
		const before = readFileSync(join(here, paper));
		const { status, stdout, stderr } = bianxu(command.split(' '), { cwd: here });
		expect(stdout + stderr).toMatch(/没有做完[^\n]*bianxu packet recover [^\n]*bianxu packet recover --back/);
		expect(status).toBe(ends);
		expect(readFileSync(join(here, paper)).equals(before)).toBe(true);
	});
});
