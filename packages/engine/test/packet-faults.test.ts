import { describe, expect, it } from 'vitest';
import { sayFailed } from '../src/packet-refusal.ts';
import {
	ChangeFailed,
	commitChange,
	type FileChange,
	lastChange,
	recoverChange,
	reverseOf,
	unfinishedChange,
} from '../src/packet-transaction.ts';
import { type Disk, type Fault, faultyWorld, newDisk, shown } from './faulty-world.ts';

/** Twenty-four papers; each gets the bytes of the next one, as when numbers go round, and a lock file comes in. */
const count = 24;
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const nameOf = (at: number): string => `材料${at}.md`;
const old = Object.fromEntries(Array.from({ length: count }, (_, at) => [`/p/${nameOf(at)}`, `旧${at}`]));
const fresh = {
	...Object.fromEntries(Array.from({ length: count }, (_, at) => [`/p/${nameOf(at)}`, `新${(at + 1) % count}`])),
	'/p/packet.lock.yaml': '锁',
};
const changes: readonly FileChange[] = [
	...Array.from({ length: count }, (_, at) => ({
		path: nameOf(at),
		old: encode(`旧${at}`),
		next: encode(`新${(at + 1) % count}`),
	})),
	{ path: 'packet.lock.yaml', old: null, next: encode('锁') },
];

function papers(disk: Disk): string {
	return JSON.stringify(Object.entries(shown(disk, '/p')).filter(([path]) => !path.includes('.bianxu')));
}

const oldPapers = papers(newDisk(old));
const freshPapers = papers(newDisk(fresh));
const wholeOf = (disk: Disk): 'old' | 'new' | 'mixed' => {
	const now = papers(disk);
	return now === oldPapers ? 'old' : now === freshPapers ? 'new' : 'mixed';
};

const apply = (disk: Disk, fault: Fault | null, links = true): Promise<unknown> =>
	commitChange(faultyWorld(disk, fault, links), '/p', '2026-11-26', changes).catch((error: unknown) => error);

async function callsOfApply(links = true): Promise<number> {
	const world = faultyWorld(newDisk(old), null, links);
	await commitChange(world, '/p', '2026-11-26', changes);
	return world.calls();
}

const full = process.env['BIANXU_FULL'] === '1';

describe('an apply on 24 files', () => {
	it.each([
		['under second names', true],
		['in copies, on a disk without second names', false],
	])(
		'killed at every call, and at every call of the recovery: all old or all new (old bytes %s)',
		async (_, links) => {
			const total = await callsOfApply(links);
			expect(total).toBeGreaterThan(80);
			const ends = { old: 0, new: 0, mixed: 0 };
			const step = full ? 1 : 9;
			for (let at = 1; at <= total; at += 1) {
				const disk = newDisk(old);
				await apply(disk, { at, mode: at % 2 === 0 ? 'die' : 'die-after' }, links);
				const snapshot = { files: new Map(disk.files), folders: new Set(disk.folders) };
				const probe = faultyWorld(disk);
				await recoverChange(probe, '/p');
				ends[wholeOf(disk)] += 1;
				expect(await unfinishedChange(probe, '/p')).toBeNull();
				for (let second = 1 + (at % step); second <= probe.calls(); second += step) {
					const again: Disk = { files: new Map(snapshot.files), folders: new Set(snapshot.folders) };
					await recoverChange(faultyWorld(again, { at: second, mode: 'die' }), '/p').catch(() => undefined);
					await recoverChange(faultyWorld(again), '/p');
					expect(wholeOf(again), `${at}, then ${second}`).not.toBe('mixed');
				}
			}
			expect(ends.mixed).toBe(0);
			expect(ends.old).toBeGreaterThan(0);
			expect(ends.new).toBeGreaterThan(0);
		},
		300_000,
	);

	it('of three processes with the same plan one goes through, and the others touch nothing', async () => {
		const disk = newDisk(old);
		const ends = await Promise.all([apply(disk, null), apply(disk, null), apply(disk, null)]);
		expect(ends.filter((end) => end === undefined)).toHaveLength(1);
		for (const end of ends) if (end !== undefined) expect(end).toMatchObject({ files: 'untouched' });
		expect(wholeOf(disk)).toBe('new');
		expect(await unfinishedChange(faultyWorld(disk), '/p')).toBeNull();
	});

	it('of several that meet at any of their calls one goes through', async () => {
		let state = 1;
		const draw = (below: number): number => {
			state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
			return (state >>> 8) % below;
		};
		/** The same world for a process that is now and then kept waiting. */
		const slow = (disk: Disk, patience: number): ReturnType<typeof faultyWorld> => {
			const world = faultyWorld(disk);
			const held =
				<A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
				async (...args: A): Promise<R> => {
					for (let wait = draw(patience); wait > 0; wait -= 1) await Promise.resolve();
					return call(...args);
				};
			return {
				...world,
				readFile: held(world.readFile),
				writeFile: held(world.writeFile),
				rename: held(world.rename),
				remove: held(world.remove),
				makeDirectory: held(world.makeDirectory),
				list: held(world.list),
				kindOf: held(world.kindOf),
				syncDirectory: held(world.syncDirectory),
				link: held(world.link ?? (async () => false)),
			};
		};
		for (let round = 0; round < (full ? 400 : 40); round += 1) {
			const disk = newDisk(old);
			const ends = await Promise.all(
				[2, 3, 2 + draw(20), 2 + draw(200)].map((patience) =>
					commitChange(slow(disk, patience), '/p', '2026-11-26', changes).catch((error: unknown) => error),
				),
			);
			expect(
				ends.filter((end) => end === undefined),
				`round ${round}: ${ends.map(String).join(' | ')}`,
			).toHaveLength(1);
			for (const end of ends) if (end !== undefined) expect(end).toMatchObject({ files: 'untouched' });
			expect(wholeOf(disk)).toBe('new');
			expect(await unfinishedChange(faultyWorld(disk), '/p')).toBeNull();
		}
	});

	it('a process that fails at any call takes nothing away from another with the same plan', async () => {
		const total = await callsOfApply();
		for (let at = 1; at <= total; at += 1) {
			const disk = newDisk(old);
			const [failed, other] = await Promise.all([apply(disk, { at, mode: 'fail' }), apply(disk, null)]);
			expect(wholeOf(disk), `${at}`).not.toBe('mixed');
			expect(await unfinishedChange(faultyWorld(disk), '/p'), `${at}`).toBeNull();
			// The other one gives way only to a change that was under way and had to put its files back.
			if (failed instanceof ChangeFailed && other instanceof ChangeFailed)
				expect(sayFailed(other).refused[0]?.message.zh, `${at}`).toContain('另一个程序正在改这套材料');
		}
	});

	const words: Readonly<Record<string, RegExp>> = {
		ENOSPC: /磁盘空间不足，请清理后再试/,
		EACCES: /没有写入权限，请检查/,
		EBUSY: /被其他程序占用，请关闭后再试/,
		EROFS: /磁盘是只读的，请把整个文件夹复制/,
		EXDEV: /跨了两个磁盘，请把整套材料放在同一个磁盘上/,
	};

	it.each(Object.entries(words))(
		'%s at any call: everything old, and a sentence that says what to do',
		async (code, said) => {
			const total = await callsOfApply();
			let done = 0;
			for (let at = 1; at <= total; at += 1) {
				const disk = newDisk(old);
				const error = await apply(disk, { at, mode: 'fail', code });
				if (error === undefined) {
					// The very last calls only tidy up behind a change that is done.
					expect(wholeOf(disk)).toBe('new');
					done += 1;
					continue;
				}
				expect(error).toBeInstanceOf(ChangeFailed);
				const [problem] = sayFailed(error as ChangeFailed).refused;
				expect(problem?.message.zh).toMatch(said);
				expect(problem?.message.zh).toMatch(/^没有做成，(?:一份文件也没有改|全部文件已还原)：/);
				expect(wholeOf(disk), `${code} at ${at}`).toBe('old');
				expect(await unfinishedChange(faultyWorld(disk), '/p')).toBeNull();
			}
			expect(done).toBeLessThan(8);
		},
	);

	it('a disk that is full from some call on: everything old, because going back writes nothing', async () => {
		const total = await callsOfApply();
		for (let at = 1; at <= total; at += 1) {
			const disk = newDisk(old);
			const world = faultyWorld(disk);
			const writeFile: typeof world.writeFile = (path, bytes) =>
				world.calls() >= at
					? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
					: world.writeFile(path, bytes);
			await commitChange({ ...world, writeFile }, '/p', '2026-11-26', changes).catch(() => undefined);
			expect(wholeOf(disk), String(at)).not.toBe('mixed');
			expect(await unfinishedChange(world, '/p')).toBeNull();
		}
	});

	it('one file that stays busy: everything old, and the file is named by no half change', async () => {
		for (let busy = 0; busy < count; busy += 5) {
			const disk = newDisk(old);
			const world = faultyWorld(disk);
			const rename: typeof world.rename = (from, to) =>
				to === `/p/${nameOf(busy)}`
					? Promise.reject(Object.assign(new Error('busy'), { code: 'EBUSY' }))
					: world.rename(from, to);
			const error = await commitChange({ ...world, rename }, '/p', '2026-11-26', changes).catch(
				(each: unknown) => each,
			);
			expect(error).toMatchObject({ files: 'restored' });
			expect(wholeOf(disk)).toBe('old');
		}
	});

	it('a file system that turns read-only in the middle is ended by the recovery, either way', async () => {
		const total = await callsOfApply();
		for (let at = 1; at <= total; at += 3) {
			for (const way of ['forward', 'back'] as const) {
				const disk = newDisk(old);
				await apply(disk, { at, mode: 'die', code: 'EROFS' });
				const recovery = await recoverChange(faultyWorld(disk), '/p', way);
				expect(wholeOf(disk)).not.toBe('mixed');
				if (way === 'back' && recovery.outcome !== 'nothing') expect(wholeOf(disk)).toBe('old');
			}
		}
	});

	it('an undo that cannot end is put back with its entry in the undo store, and can be done again', async () => {
		const done = newDisk(old);
		await apply(done, null);
		const undo = async (disk: Disk, fault: Fault | null): Promise<unknown> => {
			const world = faultyWorld(disk, fault);
			const last = await lastChange(world, '/p');
			if (last === null) throw new Error('nothing to undo');
			return commitChange(world, '/p', '2026-11-26', await reverseOf(world, '/p', last), last).catch(
				(error: unknown) => error,
			);
		};
		for (let at = 1; at < 400; at += 1) {
			const disk: Disk = { files: new Map(done.files), folders: new Set(done.folders) };
			const error = await undo(disk, { at, mode: 'fail', code: 'EACCES' });
			if (error === undefined && wholeOf(disk) === 'old' && at > 250) break;
			if (error === undefined) {
				expect(wholeOf(disk)).toBe('old');
				continue;
			}
			expect(wholeOf(disk), String(at)).toBe('new');
			expect(await undo(disk, null)).toBeUndefined();
			expect(wholeOf(disk)).toBe('old');
		}
	});
});
