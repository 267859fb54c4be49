import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyVerb, planVerb, recoverVerb, undoVerb } from '../src/packet.ts';
import { createSession, type Session } from '../src/session.ts';
import { type Disk, type Fault, faultyWorld, newDisk, shown } from './faulty-world.ts';

const packet = '/会议/packet.yaml';
const options = { date: '2026-11-25' };
const han = [...'一二三四五六'];

/** Six items with one paper each, a host's script, and a paper that the host does not know yet. */
function items(change: 'none' | 'insert' | 'withdraw'): string {
	const one = (id: string): string =>
		`  - { id: i${id}, materials: [{ id: ${id}, file: ${id}.md, title: 关于${id}项工作情况的报告 }] }\n`;
	const rows = [...'abcdef'].map((id) =>
		change === 'withdraw' && id === 'd'
			? one(id).replace('materials:', 'withdrawn: 主任会议决定, materials:')
			: one(id),
	);
	if (change === 'insert') rows.splice(2, 0, one('new'));
	return [
		'# 议程由办公室维护\n',
		'session: { place: 滨江市, term: 17, meeting: 23, days: [2026-11-26] }\n',
		'numbering: { scheme: continuous, form: 会议材料之{n} }\n',
		`items:\n${rows.join('')}`,
		'unnumbered: [{ id: host, file: 主持词.md, kind: host-script }]\n',
	].join('');
}

function newPacket(change: 'none' | 'insert' | 'withdraw' = 'none'): Disk {
	const papers = [...'abcdef'].map((id, at): [string, string] => [
		`/会议/${id}.md`,
		`会议材料之${han[at]}\n\n# 关于${id}项工作情况的报告\n\n各位组成人员：\n\n有关情况见会议材料之${han[(at + 2) % 6]}。\n`,
	]);
	return newDisk({
		[packet]: items(change),
		...Object.fromEntries(papers),
		'/会议/new.md': '# 关于新增事项的议案\n\n正文。\n',
		'/会议/主持词.md': '# 主持词\n\n现在进行第三项议程，材料是会议材料之三。\n\n会议共6份材料。\n',
		'/会议/草稿.md': '不在清单里\n',
	});
}

function write(disk: Disk, path: string, text: string): void {
	disk.files.set(path, new TextEncoder().encode(text));
}

const sessionOn = (disk: Disk, fault: Fault | null = null): Session => createSession(faultyWorld(disk, fault));
const apply = (disk: Disk, more: Partial<Parameters<typeof applyVerb>[1]> = {}, fault: Fault | null = null) =>
	applyVerb(sessionOn(disk, fault), { packet, options, ...more });

async function appliedInsert(): Promise<Disk> {
	const disk = newPacket('none');
	await apply(disk);
	write(disk, packet, items('insert'));
	await apply(disk);
	return disk;
}

describe('packet plan', () => {
	it('reads the files, plans, and writes nothing', async () => {
		const disk = newPacket('insert');
		const before = shown(disk);
		const result = await planVerb(sessionOn(disk), { packet, options });
		expect(result.refused).toBeUndefined();
		if (result.refused !== undefined) return;
		expect(result.plan.materials.map(({ id, from, to }) => `${id} ${from}→${to}`)).toEqual([
			'a 1→1',
			'b 2→2',
			'new null→3',
			'c 3→4',
			'd 4→5',
			'e 5→6',
			'f 6→7',
		]);
		expect(result.plan.counts).toMatchObject({
			renumbered: 4,
			referencesRewritten: 5,
			agendaRewritten: 1,
			dangling: 0,
			needsCheck: 1,
		});
		expect(Object.keys(result.plan.inputs).sort()).toEqual(
			['packet.yaml', 'a.md', 'b.md', 'c.md', 'd.md', 'e.md', 'f.md', 'new.md', '主持词.md'].sort(),
		);
		expect(shown(disk)).toEqual(before);
	});

	it('names a file that is missing, not readable, or listed outside the folder', async () => {
		const disk = newPacket();
		disk.files.delete('/会议/c.md');
		const result = await planVerb(sessionOn(disk), { packet, options });
		if (result.refused !== undefined) throw new Error('refused');
		expect(result.plan.blocked).toBe(true);
		expect(result.plan.obstacles[0]?.zh).toBe('c（c.md）：找不到文件，请核对清单里的 file');
		write(disk, packet, items('none').replace('c.md', '../c.md'));
		const outside = await planVerb(sessionOn(disk), { packet, options });
		expect(outside.refused?.[0]?.message.zh).toContain('应当是清单所在文件夹里的文件');
		write(disk, packet, items('none').replace('file: c.md', 'file: c.doc'));
		write(disk, '/会议/c.doc', 'x');
		const old = await planVerb(sessionOn(disk), { packet, options });
		expect(old.refused === undefined && old.plan.obstacles[0]?.zh).toContain('另存为 .docx');
	});

	it('refuses a sign-off without a name or of another shape', async () => {
		const session = sessionOn(newPacket());
		expect((await planVerb(session, { packet, options, accepts: ['a@3:7'] })).refused?.[0]?.message.zh).toContain(
			'--by',
		);
		expect((await planVerb(session, { packet, options, accepts: ['a3:7'], by: '王某' })).refused?.[0]?.code).toBe(
			'packet-accept',
		);
	});
});

describe('packet apply', () => {
	it('writes marks, references and the lock; twice is once; undo restores every byte', async () => {
		const disk = newPacket('none');
		expect(await apply(disk)).toMatchObject({ applied: true, paths: ['packet.lock.yaml'] });
		write(disk, packet, items('insert'));
		const before = shown(disk);
		expect(await apply(disk)).toMatchObject({ applied: true });
		const after = shown(disk);
		expect(after['/会议/new.md']).toBe('会议材料之三\n\n# 关于新增事项的议案\n\n正文。\n');
		expect(after['/会议/c.md']).toContain(
			'会议材料之四\n\n# 关于c项工作情况的报告\n\n各位组成人员：\n\n有关情况见会议材料之六。',
		);
		expect(after['/会议/主持词.md']).toBe('# 主持词\n\n现在进行第四项议程，材料是会议材料之四。\n\n会议共6份材料。\n');
		expect(after['/会议/草稿.md']).toBe('不在清单里\n');
		expect(after[packet]).toBe(before[packet]);
		expect(after['/会议/packet.lock.yaml']).toContain('{ id: "c", from: "3", to: "4", on: "2026-11-25" }');

		expect(await apply(disk)).toMatchObject({ applied: true, paths: [] });
		expect(shown(disk)).toEqual(after);
		const again = await planVerb(sessionOn(disk), { packet, options });
		expect(again.refused === undefined && again.plan.changes).toEqual({});

		expect(await undoVerb(sessionOn(disk), { packet })).toMatchObject({ on: '2026-11-25' });
		expect(shown(disk)).toEqual(before);
		// The first numbering only wrote the lock; it can be taken back as well.
		expect(await undoVerb(sessionOn(disk), { packet })).toMatchObject({ paths: ['packet.lock.yaml'] });
		expect(shown(disk)).toEqual({ ...shown(newPacket('none')), [packet]: items('insert') });
		expect((await undoVerb(sessionOn(disk), { packet })).refused?.[0]?.code).toBe('packet-undo');
	});

	it('a blocked plan writes nothing until every place is signed off', async () => {
		const disk = newPacket('none');
		await apply(disk);
		write(disk, packet, items('withdraw'));
		const before = shown(disk);
		const blocked = await apply(disk);
		expect(blocked).toMatchObject({ applied: false });
		expect(shown(disk)).toEqual(before);
		if (blocked.refused !== undefined) throw new Error('refused');
		const open = blocked.plan.references.filter(({ status }) => status === 'dangling');
		expect(open.map(({ in: id, from, target }) => [id, from, target])).toEqual([['b', '四', 'd']]);
		const accepts = open.map(({ in: id, block, start }) => `${id}@${block}:${start}=《关于d项工作情况的报告》`);
		expect(await apply(disk, { accepts, by: '王某' })).toMatchObject({ applied: true });
		expect(shown(disk)['/会议/b.md']).toContain('有关情况见《关于d项工作情况的报告》。');
		expect(shown(disk)['/会议/d.md']).toBe(before['/会议/d.md']);
	});

	it('carries out a kept plan, and refuses it when any input has changed', async () => {
		const disk = newPacket('insert');
		const planned = await planVerb(sessionOn(disk), { packet, options });
		if (planned.refused !== undefined) throw new Error('refused');
		const kept = new TextEncoder().encode(planned.kept);
		for (const path of [packet, '/会议/e.md', '/会议/主持词.md']) {
			const stale = newPacket('insert');
			write(stale, path, `${shown(stale)[path]}\n`);
			const before = shown(stale);
			const result = await apply(stale, { kept });
			expect(result.refused?.[0]?.code).toBe('packet-stale');
			expect(result.refused?.[0]?.message.zh).toContain(path.slice('/会议/'.length));
			expect(shown(stale)).toEqual(before);
		}
		expect(await apply(disk, { kept })).toMatchObject({ applied: true });
		expect((await apply(disk, { kept })).refused?.[0]?.code).toBe('packet-stale');
		expect((await apply(disk, { kept: new TextEncoder().encode('{}') })).refused?.[0]?.code).toBe('packet-plan');
	});

	it('-o writes a whole new folder and leaves the originals alone; --dry-run writes nothing', async () => {
		const disk = newPacket('insert');
		const before = shown(disk);
		const dry = await apply(disk, { dryRun: true });
		expect(dry).toMatchObject({ applied: false });
		expect(dry.refused === undefined && dry.paths).toContain('new.md');
		expect(shown(disk)).toEqual(before);
		expect(await apply(disk, { output: '/新版' })).toMatchObject({ applied: true });
		expect(shown(disk, '/会议')).toEqual(before);
		expect(Object.keys(shown(disk, '/新版')).sort()).toEqual(
			['a.md', 'b.md', 'c.md', 'd.md', 'e.md', 'f.md', 'new.md', 'packet.lock.yaml', 'packet.yaml', '主持词.md']
				.map((name) => `/新版/${name}`)
				.sort(),
		);
		expect((await apply(disk, { output: '/新版' })).refused?.[0]?.code).toBe('packet-output');
		const inside = await planVerb(sessionOn(disk), { packet: '/新版/packet.yaml', options });
		expect(inside.refused === undefined && [inside.plan.blocked, inside.plan.changes]).toEqual([false, {}]);
	});

	it('does not touch a packet while one of its files is open in Word', async () => {
		const disk = newPacket('insert');
		write(disk, '/会议/~$c.md', '');
		const before = shown(disk);
		const result = await apply(disk);
		expect(result.refused?.[0]?.message.zh).toContain('c.md');
		expect(shown(disk)).toEqual(before);
	});

	it('refuses undo after later work, naming the file', async () => {
		const disk = await appliedInsert();
		write(disk, '/会议/c.md', '后来又改过\n');
		const result = await undoVerb(sessionOn(disk), { packet });
		expect(result.refused?.[0]?.message.zh).toContain('c.md 在此期间被改动过');
	});

	it('undo passes over the pages that print has recorded in the lock since', async () => {
		const disk = newPacket('none');
		await apply(disk);
		write(disk, packet, items('insert'));
		const before = shown(disk);
		await apply(disk);
		const lock = shown(disk)['/会议/packet.lock.yaml'] ?? '';
		const pages = 'pageMap:\n  file: "a.pdf"\n  on: "2026-11-25"\n  entries: []\n';
		write(disk, '/会议/packet.lock.yaml', lock.replace('pageMap: null\n', pages));
		expect((await undoVerb(sessionOn(disk), { packet })).refused).toBeUndefined();
		expect(shown(disk)).toEqual(before);
	});

	it('a damaged lock file is refused, not guessed around', async () => {
		const disk = await appliedInsert();
		write(disk, '/会议/packet.lock.yaml', 'version: 1\nmaterials: [');
		expect((await planVerb(sessionOn(disk), { packet, options })).refused?.[0]?.code).toBe('packet-lock');
	});
});

describe('an interrupted apply', () => {
	it('is said by every verb, and recovered to all old or all new, at whatever call it died', async () => {
		const start = newPacket('insert');
		const before = shown(start);
		const done = newPacket('insert');
		const world = faultyWorld(done);
		await applyVerb(createSession(world), { packet, options });
		const after = JSON.stringify(papers(done));
		const total = world.calls();
		const step = process.env['BIANXU_FULL'] === '1' ? 1 : 4;
		let spoken = 0;
		for (let at = 1; at <= total; at += step) {
			for (const mode of ['die', 'fail'] as const) {
				const disk = newPacket('insert');
				const result = await apply(disk, {}, { at, mode });
				// A call that fails behind a finished change leaves it finished.
				if (result.refused === undefined) {
					expect([mode, JSON.stringify(papers(disk))]).toEqual(['fail', after]);
					continue;
				}
				expect(result.refused[0]?.code).toMatch(/^packet-(?:failed|unfinished)$/);
				if ([...disk.folders].some((folder) => folder.endsWith('/change'))) {
					spoken += 1;
					for (const verb of [planVerb, applyVerb, undoVerb] as const) {
						const said = await verb(sessionOn(disk), { packet, options });
						expect(said.refused?.[0]?.code).toBe('packet-unfinished');
					}
				}
				await recoverVerb(sessionOn(disk), { packet });
				const whole = [JSON.stringify(before), after].includes(JSON.stringify(papers(disk)));
				expect(whole, `${mode} at ${at}`).toBe(true);
				expect(await apply(disk)).toMatchObject({ applied: true });
				expect(JSON.stringify(papers(disk))).toBe(after);
			}
		}
		expect(spoken).toBeGreaterThan(0);
	});

	function papers(disk: Disk): Readonly<Record<string, string>> {
		return Object.fromEntries(Object.entries(shown(disk)).filter(([path]) => !path.includes('.bianxu')));
	}
});

describe('the evening of the fixture packet', () => {
	const fixtures = join(import.meta.dirname, '../../../fixtures/packet');
	const read = (path: string): Uint8Array | null => {
		try {
			return new Uint8Array(readFileSync(join(fixtures, path)));
		} catch {
			return null;
		}
	};

	interface Expected {
		readonly numbers: readonly { readonly id: string; readonly from: string | null; readonly to: string | null }[];
		readonly mentions: readonly {
			readonly in: string;
			readonly from: string;
			readonly to: string;
			readonly status?: string;
		}[];
	}

	function evening(): Disk {
		const disk = newDisk();
		disk.folders.add('/会议');
		const names = /file: ([^,}]+)/g;
		const manifest = read('evening/packet.yaml');
		if (manifest === null) throw new Error('fixtures/packet/evening/packet.yaml is missing');
		disk.files.set(packet, manifest);
		for (const [, name = ''] of new TextDecoder().decode(manifest).matchAll(names)) {
			const bytes = read(`evening/${name.trim()}`) ?? read(`clean/${name.trim()}`);
			if (bytes !== null) disk.files.set(`/会议/${name.trim()}`, bytes);
		}
		return disk;
	}

	it('is renumbered as listed, in .docx and Markdown, and taken back', async () => {
		const expected = JSON.parse(
			new TextDecoder().decode(read('evening/expected.json') ?? new Uint8Array()),
		) as Expected;
		const disk = evening();
		const before = new Map(disk.files);
		const result = await apply(disk);
		if (result.refused !== undefined) throw new Error(JSON.stringify(result.refused));
		expect(result.plan.blocked).toBe(false);
		const numbers = result.plan.materials.map(({ id, from, to }) => ({ id, from, to }));
		expect(numbers).toEqual(expect.arrayContaining([...expected.numbers]));
		const written = result.plan.references.filter(
			({ status, from, to, target }) => status === 'valid' && from !== to && target !== null,
		);
		for (const id of new Set(written.map((each) => each.in))) {
			const wanted = expected.mentions.filter((each) => each.in === id && each.from !== each.to).length;
			const checked = result.plan.references.filter(
				(each) => each.in === id && each.status === 'check' && each.to !== null,
			).length;
			expect([id, written.filter((each) => each.in === id).length + checked]).toEqual([id, wanted]);
		}
		const again = await planVerb(sessionOn(disk), { packet, options });
		expect(again.refused === undefined && again.plan.changes).toEqual({});
		expect(await apply(disk)).toMatchObject({ paths: [] });
		await undoVerb(sessionOn(disk), { packet });
		expect(
			[...disk.files].map(([path, bytes]) => [
				path,
				Buffer.from(bytes).equals(Buffer.from(before.get(path) ?? new Uint8Array())),
			]),
		).toEqual([...before.keys()].map((path) => [path, true]));
	});
});
