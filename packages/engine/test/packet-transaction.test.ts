import { describe, expect, it } from 'vitest';
import {
	ChangeFailed,
	commitChange,
	type FileChange,
	lastChange,
	recoverChange,
	reverseOf,
	unfinishedChange,
	writeFolder,
} from '../src/packet-transaction.ts';
import { type Disk, type Fault, faultyWorld, newDisk, shown } from './faulty-world.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const old = { '/p/a.md': '旧甲', '/p/b.md': '旧乙', '/p/sub/c.md': '旧丙', '/p/other.md': '不相干' };
const fresh = {
	'/p/a.md': '新甲',
	'/p/b.md': '新乙',
	'/p/sub/c.md': '新丙',
	'/p/packet.lock.yaml': '锁',
	'/p/other.md': '不相干',
};
const changes: readonly FileChange[] = [
	{ path: 'a.md', old: encode('旧甲'), next: encode('新甲') },
	{ path: 'b.md', old: encode('旧乙'), next: encode('新乙') },
	{ path: 'sub/c.md', old: encode('旧丙'), next: encode('新丙') },
	{ path: 'packet.lock.yaml', old: null, next: encode('锁') },
];

/** Files of the packet without the tool's own folder. */
function papers(disk: Disk): Readonly<Record<string, string>> {
	return Object.fromEntries(Object.entries(shown(disk, '/p')).filter(([path]) => !path.includes('.bianxu')));
}

function isWhole(disk: Disk): 'old' | 'new' | 'mixed' {
	const text = JSON.stringify(papers(disk));
	if (text === JSON.stringify(papers(newDisk(old)))) return 'old';
	return text === JSON.stringify(papers(newDisk(fresh))) ? 'new' : 'mixed';
}

async function apply(disk: Disk, fault: Fault | null): Promise<unknown> {
	return commitChange(faultyWorld(disk, fault), '/p', '2026-11-26', changes).catch((error: unknown) => error);
}

async function undo(disk: Disk, fault: Fault | null): Promise<unknown> {
	const world = faultyWorld(disk, fault);
	const last = await lastChange(world, '/p');
	if (last === null) throw new Error('nothing to undo');
	const reverse = await reverseOf(world, '/p', last);
	return commitChange(world, '/p', '2026-11-26', reverse, last).catch((error: unknown) => error);
}

async function applied(): Promise<Disk> {
	const disk = newDisk(old);
	await apply(disk, null);
	return disk;
}

/** A World that does `before` ahead of its call number `at`. */
function interrupted(disk: Disk, at: number, before: () => Promise<void>): ReturnType<typeof faultyWorld> {
	const world = faultyWorld(disk);
	const turn = async (): Promise<void> => {
		if (world.calls() === at - 1) await before();
	};
	return {
		...world,
		writeFile: async (path, bytes) => turn().then(() => world.writeFile(path, bytes)),
		rename: async (from, to) => turn().then(() => world.rename(from, to)),
		remove: async (path) => turn().then(() => world.remove(path)),
		makeDirectory: async (path) => turn().then(() => world.makeDirectory(path)),
		syncDirectory: async (path) => turn().then(() => world.syncDirectory(path)),
		link: async (from, to) => turn().then(() => world.link?.(from, to) ?? false),
	};
}

async function callsOf(run: (world: ReturnType<typeof faultyWorld>) => Promise<unknown>): Promise<number> {
	const world = faultyWorld(newDisk(old));
	await run(world);
	return world.calls();
}

const full = process.env['BIANXU_FULL'] === '1';
const modes = ['die', 'die-after', 'fail'] as const;

describe('a change of many files', () => {
	it('goes through, keeps the old bytes, and is taken back byte for byte', async () => {
		const disk = await applied();
		expect(papers(disk)).toEqual(papers(newDisk(fresh)));
		expect(await unfinishedChange(faultyWorld(disk), '/p')).toBeNull();
		expect(await undo(disk, null)).toBeUndefined();
		expect(shown(disk)).toEqual(old);
		expect([...disk.folders].some((folder) => folder.includes('.bianxu'))).toBe(false);
		expect(await lastChange(faultyWorld(disk), '/p')).toBeNull();
	});

	it('is all old or all new after a fault at any call and recovery', async () => {
		const total = await callsOf((world) => commitChange(world, '/p', '2026-11-26', changes));
		expect(total).toBeGreaterThan(25);
		const ends = { old: 0, new: 0, mixed: 0 };
		for (let at = 1; at <= total; at++) {
			for (const mode of modes) {
				const disk = newDisk(old);
				const error = await apply(disk, { at, mode });
				// A call that fails while the change is being tidied up behind does not undo it.
				if (error === undefined) {
					expect([mode, isWhole(disk)]).toEqual(['fail', 'new']);
					expect(await undo(disk, null)).toBeUndefined();
					continue;
				}
				expect(error, `${mode} at ${at}`).toBeInstanceOf(ChangeFailed);
				const said = (error as ChangeFailed).files;
				const now = isWhole(disk);
				if (said !== 'unfinished') expect([mode, at, now]).toEqual([mode, at, 'old']);
				const pending = await unfinishedChange(faultyWorld(disk), '/p');
				if (pending === null && said !== 'unfinished') expect(now).toBe('old');
				await recoverChange(faultyWorld(disk), '/p');
				const end = isWhole(disk);
				ends[end] += 1;
				expect(end, `${mode} at ${at}`).not.toBe('mixed');
				expect(await unfinishedChange(faultyWorld(disk), '/p')).toBeNull();
				// Whatever happened, the packet can be changed again, and taken back.
				if (end === 'old') expect(await apply(disk, null)).toBeUndefined();
				expect(await undo(disk, null)).toBeUndefined();
				expect(shown(disk)).toEqual(old);
			}
		}
		expect(ends.old).toBeGreaterThan(0);
		expect(ends.new).toBeGreaterThan(0);
	});

	it('is all old or all new when recovery itself is interrupted', async () => {
		const total = await callsOf((world) => commitChange(world, '/p', '2026-11-26', changes));
		const step = full ? 1 : 3;
		for (let at = 1; at <= total; at += step) {
			for (let second = 1; second <= 24; second += step) {
				const disk = newDisk(old);
				await apply(disk, { at, mode: 'die' });
				const mode = modes[(at + second) % 3] ?? 'die';
				await recoverChange(faultyWorld(disk, { at: second, mode }), '/p').catch(() => undefined);
				await recoverChange(faultyWorld(disk), '/p');
				expect(isWhole(disk), `${at}, then ${second}`).not.toBe('mixed');
			}
		}
	});

	it('an undo that is interrupted ends as all old or all new', async () => {
		const disk = await applied();
		const world = faultyWorld(disk);
		const last = await lastChange(world, '/p');
		if (last === null) throw new Error('nothing to undo');
		await commitChange(world, '/p', '2026-11-26', await reverseOf(world, '/p', last), last);
		const total = world.calls();
		for (let at = 1; at <= total; at++) {
			for (const mode of modes) {
				const one = await applied();
				const error = await undo(one, { at, mode });
				if (error === undefined) expect([mode, isWhole(one)]).toEqual(['fail', 'old']);
				else expect(error).toBeInstanceOf(ChangeFailed);
				await recoverChange(faultyWorld(one), '/p');
				expect(isWhole(one), `${mode} at ${at}`).not.toBe('mixed');
				expect(await unfinishedChange(faultyWorld(one), '/p')).toBeNull();
			}
		}
	});

	it('stops when a file changed since it was read, and does not undo over later work', async () => {
		const disk = newDisk({ ...old, '/p/b.md': '别人刚改的' });
		const error = await apply(disk, null);
		expect(error).toMatchObject({ files: 'untouched', changedPath: 'b.md' });
		expect(shown(disk)).toEqual({ ...old, '/p/b.md': '别人刚改的' });
		const later = await applied();
		later.files.set('/p/a.md', encode('又改了'));
		const world = faultyWorld(later);
		const last = await lastChange(world, '/p');
		if (last === null) throw new Error('nothing to undo');
		await expect(reverseOf(world, '/p', last)).rejects.toMatchObject({ changedPath: 'a.md' });
	});

	it('a journal that came with a folder cannot lead out of it', async () => {
		for (const path of ['../x.md', '/etc/x', 'a/../../x', 'C:\\x']) {
			const journal = { version: 1, kind: 'apply', on: '2026-11-26', files: [{ path, old: null, next: null }] };
			const disk = newDisk({ ...old, '/p/.bianxu/change/journal.json': JSON.stringify(journal), '/x.md': '外面' });
			await expect(recoverChange(faultyWorld(disk), '/p')).rejects.toMatchObject({ files: 'unfinished' });
			expect(shown(disk)['/x.md']).toBe('外面');
		}
		const damaged = newDisk({ ...old, '/p/.bianxu/change/journal.json': '{' });
		await expect(recoverChange(faultyWorld(damaged), '/p')).rejects.toBeInstanceOf(ChangeFailed);
	});

	it('several changes are taken back one after another, the newest first; twenty are kept', async () => {
		const disk = newDisk({ '/p/a.md': '0' });
		const world = faultyWorld(disk);
		const step = (from: number): Promise<void> =>
			commitChange(world, '/p', '2026-11-26', [
				{ path: 'a.md', old: encode(String(from)), next: encode(String(from + 1)) },
			]);
		for (let at = 0; at < 23; at++) await step(at);
		for (let at = 22; at >= 3; at--) {
			expect(await undo(disk, null)).toBeUndefined();
			expect(papers(disk)).toEqual({ '/p/a.md': String(at) });
		}
		expect(await lastChange(world, '/p')).toBeNull();
		expect(shown(disk)).toEqual({ '/p/a.md': '3' });
	});

	it('two processes at once: one goes through, the other changes nothing', async () => {
		const total = await callsOf((world) => commitChange(world, '/p', '2026-11-26', changes));
		const other: readonly FileChange[] = [
			{ path: 'a.md', old: encode('旧甲'), next: encode('另甲') },
			{ path: 'b.md', old: encode('旧乙'), next: encode('另乙') },
		];
		for (let at = 1; at <= total; at++) {
			const disk = newDisk(old);
			let second: Promise<unknown> | null = null;
			const quiet = faultyWorld(disk);
			// The second process runs from beginning to end just before call `at` of the first.
			const world = interrupted(disk, at, async () => {
				second = commitChange(quiet, '/p', '2026-11-26', other).catch((error: unknown) => error);
				await second;
			});
			const first = await commitChange(world, '/p', '2026-11-26', changes).catch((error: unknown) => error);
			const outcome = [first, await second];
			expect(outcome.filter((each) => each === undefined).length, String(at)).toBe(1);
			for (const each of outcome) if (each !== undefined) expect(each).toMatchObject({ files: 'untouched' });
			const loser = first === undefined ? isWhole(disk) : papers(disk)['/p/a.md'];
			expect(loser, String(at)).toBe(first === undefined ? 'new' : '另甲');
			expect(await unfinishedChange(quiet, '/p')).toBeNull();
		}
	});

	it('recovery does not overwrite what somebody wrote in between', async () => {
		const total = await callsOf((world) => commitChange(world, '/p', '2026-11-26', changes));
		let conflicts = 0;
		for (let at = 1; at <= total; at++) {
			const disk = newDisk(old);
			await apply(disk, { at, mode: 'die' });
			disk.files.set('/p/sub/c.md', encode('人写的'));
			await recoverChange(faultyWorld(disk), '/p').catch((error: unknown) => {
				expect(error).toMatchObject({ changedPath: 'sub/c.md', files: 'unfinished' });
				conflicts += 1;
			});
			expect(papers(disk)['/p/sub/c.md']).toBe('人写的');
		}
		expect(conflicts).toBeGreaterThan(0);
	});
});

describe('a new folder', () => {
	const files = [
		{ path: 'packet.yaml', bytes: encode('清单') },
		{ path: 'sub/c.md', bytes: encode('丙') },
	];

	it('appears whole or not at all', async () => {
		const disk = newDisk(old);
		const world = faultyWorld(disk);
		await writeFolder(world, '/out', files);
		expect(shown(disk, '/out')).toEqual({ '/out/packet.yaml': '清单', '/out/sub/c.md': '丙' });
		for (let at = 1; at <= world.calls(); at++) {
			for (const mode of modes) {
				const one = newDisk(old);
				await writeFolder(faultyWorld(one, { at, mode }), '/out', files).catch(() => undefined);
				const built = shown(one, '/out/');
				expect([0, 2]).toContain(Object.keys(built).length);
				expect(papers(one)).toEqual(papers(newDisk(old)));
				if (Object.keys(built).length > 0) continue;
				// What was left of the first attempt does not hinder the second.
				await writeFolder(faultyWorld(one), '/out', files);
				expect(shown(one)).toEqual({ ...old, '/out/packet.yaml': '清单', '/out/sub/c.md': '丙' });
			}
		}
	});
});
