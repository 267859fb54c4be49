import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSession } from '@bianxu/engine';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeWorld } from '../src/node-world.ts';
import type { Terminal } from '../src/output.ts';
import { packetApply, packetPlan, packetRecover, packetUndo } from '../src/packet.ts';

const han = [...'一二三四'];
const paper = (at: number, text: string): string => `会议材料之${han[at]}\n\n# 关于第${at}件事的报告\n\n${text}\n`;
const item = (id: string, more = ''): string =>
	`  - { id: i${id}, ${more}materials: [{ id: ${id}, file: ${id}.md, title: 关于${id}的文件 }] }\n`;
const manifest = (rows: string): string =>
	`session: { place: 滨江市, term: 17, meeting: 23, days: [2026-11-26] }\nitems:\n${rows}`;

let folder = '';

function write(name: string, text: string): void {
	writeFileSync(join(folder, name), text);
}

/** Names and texts of all files below the folder. */
function disk(): Readonly<Record<string, string>> {
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	return Object.fromEntries(
		entries
			.map(
				(entry) =>
					[
						join(entry.parentPath, entry.name).slice(folder.length + 1),
						readFileSync(join(entry.parentPath, entry.name), 'utf8'),
					] as const,
			)
			.sort(),
	);
}

interface Ran {
	readonly code: number;
	readonly out: string;
	readonly err: string;
}

type Verb = 'plan' | 'apply' | 'undo' | 'recover';

async function run(
	verb: Verb,
	flags: Partial<Parameters<typeof packetPlan>[2]> = {},
	language: 'zh' | 'en' = 'zh',
): Promise<Ran> {
	let code = 0;
	const out: string[] = [];
	const err: string[] = [];
	const terminal: Terminal = {
		language,
		color: false,
		quiet: false,
		cwd: folder,
		print: (text) => out.push(text),
		complain: (line) => err.push(line),
		exit: (next) => {
			code = Math.max(code, next);
		},
	};
	const session = createSession(nodeWorld());
	const all = { format: 'text', packet: 'packet.yaml', ...flags };
	const options = { date: '2026-11-25' };
	if (verb === 'plan') await packetPlan(session, terminal, all, options);
	else if (verb === 'apply') await packetApply(session, terminal, all, options);
	else if (verb === 'undo') await packetUndo(session, terminal, all);
	else await packetRecover(session, terminal, all);
	return { code, out: out.join('\n'), err: err.join('\n') };
}

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'bianxu-packet-'));
	write('packet.yaml', manifest(['a', 'new', 'b', 'c', 'd'].map((id) => item(id)).join('')));
	for (const [at, id] of [...'abcd'].entries())
		write(`${id}.md`, paper(at, id === 'a' ? '见会议材料之三。' : '正文。'));
	write('new.md', '# 关于新增事项的议案\n\n正文。\n');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('packet commands on a real disk', () => {
	it('plan shows the numbers and what to do; nothing is written', async () => {
		const before = disk();
		const ran = await run('plan');
		expect(ran.code).toBe(0);
		expect(ran.err).toBe('');
		expect(ran.out).toContain('3份改号、1处引用改写、0处悬空；可以执行。');
		expect(ran.out).toContain('a@2:1  三 → 四（指向 c）');
		expect(disk()).toEqual(before);
	});

	it('plan --format json is the contract', async () => {
		const ran = await run('plan', { format: 'json' });
		const plan = JSON.parse(ran.out) as Record<string, unknown>;
		expect(Object.keys(plan)).toEqual([
			'version',
			'scheme',
			'blocked',
			'materials',
			'references',
			'counts',
			'reprint',
			'alternatives',
		]);
		expect(plan['materials']).toContainEqual({
			id: 'new',
			from: null,
			to: '2',
			state: 'draft',
			title: '关于new的文件',
			department: '',
		});
		expect(plan['references']).toEqual([
			{ in: 'a', block: 2, start: 1, end: 7, from: '三', to: '四', target: 'c', status: 'valid' },
		]);
	});

	it('says so when only the lock is written: the papers bear their numbers already', async () => {
		write('packet.yaml', manifest(item('a') + item('b') + item('c')));
		const before = disk();
		expect((await run('apply')).out).toContain('材料一字未改；现在的编号已登记在锁文件');
		const { 'packet.lock.yaml': lock, ...papers } = disk();
		expect(lock).toBeDefined();
		for (const [name, text] of Object.entries(before)) expect(papers[name]).toBe(text);
	});

	it('keeps a plan, carries it out, refuses it when stale, and takes it back', async () => {
		const before = disk();
		expect((await run('plan', { output: '方案.json' })).out).toContain('bianxu packet apply --plan 方案.json');
		const applied = await run('apply', { plan: '方案.json' });
		expect([applied.code, applied.err]).toEqual([0, '']);
		expect(applied.out).toContain('已改6个文件。要撤回：bianxu packet undo');
		expect(disk()['a.md']).toBe(paper(0, '见会议材料之四。'));
		expect(disk()['new.md']).toBe('会议材料之二\n\n# 关于新增事项的议案\n\n正文。\n');
		const stale = await run('apply', { plan: '方案.json' });
		expect(stale.code).toBe(2);
		expect(stale.err).toMatch(/^packet\.yaml: 方案已过期：/);
		expect((await run('apply')).out).toContain('没有文件需要改');
		expect((await run('undo')).out).toContain('还原6个文件');
		const { '方案.json': kept, ...after } = disk();
		expect(kept).toContain('"inputs"');
		expect(after).toEqual(before);
		expect((await run('undo')).code).toBe(2);
	});

	it('a blocked plan is exit 1 and says how to go on', async () => {
		write(
			'packet.yaml',
			manifest(['a', 'b', 'c', 'd'].map((id) => item(id, id === 'c' ? 'withdrawn: true, ' : '')).join('')),
		);
		const before = disk();
		const plan = await run('plan');
		expect(plan.code).toBe(1);
		expect(plan.out).toContain('--accept a@2:1 --by 姓名');
		const apply = await run('apply');
		expect(apply.code).toBe(1);
		expect(disk()).toEqual(before);
		const signed = await run('apply', { accept: ['a@2:1=二'], by: '王某' });
		expect(signed.code).toBe(0);
		expect(disk()['a.md']).toBe(paper(0, '见会议材料之二。'));
		expect((await run('plan', { accept: ['a@2:1'] })).err).toContain('--by');
	});

	it('-o writes a new folder; --dry-run nothing', async () => {
		const before = disk();
		expect((await run('apply', { dryRun: true })).out).toContain('将写6个文件，现在什么也没有写');
		expect(disk()).toEqual(before);
		expect((await run('apply', { output: '新版' })).out).toContain('已写到新文件夹 新版');
		expect(disk()['新版/b.md']).toBe(paper(2, '正文。').replace('第2件', '第1件'));
		expect(disk()['b.md']).toBe(before['b.md']);
		expect((await run('apply', { output: '新版' })).code).toBe(2);
	});

	it('refused input is exit 2, one line that begins with the path, and complete JSON', async () => {
		write('packet.yaml', 'session: {}\nitem: []\n');
		const text = await run('plan');
		expect(text.code).toBe(2);
		for (const line of text.err.split('\n')) expect(line).toMatch(/^packet\.yaml: 第\d行(?:第\d+列)?：/);
		const json = await run('plan', { format: 'json' }, 'en');
		expect((JSON.parse(json.out) as { refused: unknown[] }).refused.length).toBeGreaterThan(0);
		const missing = await run('plan', { packet: '没有.yaml' });
		expect([missing.code, missing.err]).toEqual([2, '没有.yaml: 找不到文件，请核对路径']);
	});

	it('an unfinished change is said and recovered', async () => {
		expect((await run('recover')).out).toContain('不需要恢复');
		mkdirSync(join(folder, '.bianxu/change/new'), { recursive: true });
		const ran = await run('apply');
		expect(ran.code).toBe(2);
		expect(ran.err).toContain('bianxu packet recover');
		expect((await run('recover')).out).toContain('全部文件是原来的内容');
		expect((await run('apply')).code).toBe(0);
	});
});
