import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const PROGRAM = join(import.meta.dirname, '../../cli/dist/bianxu.mjs');
const hasNeovim = spawnSync('nvim', ['--version']).status === 0;

/** A work report with two slips that are safe to correct: a heading mark and half-width punctuation. */
const REPORT = `# 滨江市人民政府关于2026年城市绿化工作情况的报告

——2026年11月26日在滨江市第十七届人民代表大会常务委员会第二十三次会议上

滨江市园林绿化局局长　周文澜

主任、各位副主任、秘书长、各位委员：

受市人民政府委托，现将2026年城市绿化工作情况报告如下，请予审议。

一,工作开展情况

全年新建口袋公园12个,改造老旧绿地36公顷。

二、存在的问题

老城区绿地布局不够均衡，养护经费保障还有差距。

三、下一步工作打算

继续推进老城区见缝插绿，完善养护标准。

以上报告，请予审议。
`;

interface Seen {
	readonly seen: readonly {
		readonly code: string;
		readonly lnum: number;
		readonly href: string;
		readonly message: string;
	}[];
	readonly titles: readonly string[];
	readonly rounds: number;
	readonly left: readonly string[];
	readonly outline: readonly string[];
}

/** Writes the report, edits it as smoke.lua does, and tells what was seen. */
function edit(file: string): Seen {
	writeFileSync(file, REPORT);
	const run = spawnSync(
		'nvim',
		['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${join(import.meta.dirname, 'smoke.lua')}`],
		{
			encoding: 'utf8',
			timeout: 60_000,
			env: { ...process.env, BIANXU_FILE: file, BIANXU_PROGRAM: PROGRAM, LC_ALL: 'C.UTF-8' },
		},
	);
	const line = run.stdout.split('\n').find((text) => text.startsWith('{'));
	expect(line, run.stderr).toBeDefined();
	return JSON.parse(line ?? '{}') as Seen;
}

describe.skipIf(!hasNeovim)('a real editor: Neovim (package neovim)', () => {
	const folder = mkdtempSync(join(tmpdir(), 'bianxu-lsp-'));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	it('shows findings where they are, corrects the safe ones and saves the corrected report', () => {
		const file = join(folder, '绿化工作报告.md');
		const seen = edit(file);
		expect(seen.seen.map(({ code, lnum }) => `${lnum}:${code}`)).toEqual(
			expect.arrayContaining(['10:heading-mark-form', '12:punct-fullwidth']),
		);
		for (const { code, href } of seen.seen) expect(readFileSync(fileURLToPath(href), 'utf8')).toContain(code);
		expect(seen.titles.length).toBeGreaterThanOrEqual(2);
		expect(seen.left).not.toContain('heading-mark-form');
		expect(seen.outline).toEqual(['滨江市人民政府关于2026年城市绿化工作情况的报告']);
		const text = readFileSync(file, 'utf8');
		expect(text).toBe(REPORT.replace('一,工作', '一、工作').replace('12个,改造', '12个，改造'));
	});

	it('says that a renumbering of the packet was interrupted, with both ways out', () => {
		const packet = join(folder, '会议材料');
		cpSync(join(import.meta.dirname, '../../../fixtures/packet/clean'), packet, { recursive: true });
		mkdirSync(join(packet, '.bianxu/change/new'), { recursive: true });
		const file = { path: '议程草案.docx', old: 'a'.repeat(64), next: 'b'.repeat(64) };
		const journal = { version: 1, kind: 'apply', on: '2026-11-25', files: [file] };
		writeFileSync(join(packet, '.bianxu/change/journal.json'), JSON.stringify(journal));
		const said = edit(join(packet, '计划执行情况审查意见.md')).seen.find(({ code }) => code === 'packet-unfinished');
		expect(said?.lnum).toBe(0);
		expect(said?.message).toMatch(/没有做完.*bianxu packet recover .*bianxu packet recover --back/);
	});
});
