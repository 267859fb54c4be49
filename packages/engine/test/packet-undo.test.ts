import {
	chmodSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeManifest } from '@bianxu/config';
import { formatHan } from '@bianxu/numbering';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeWorld } from '../../cli/src/node-world.ts';
import { item, manifest, material } from '../../packet/test/packet.ts';
import { changed, type Sequence, sentence, sequence } from '../../packet/test/sequence.ts';
import { applyVerb, planVerb, recoverVerb, undoVerb } from '../src/packet.ts';
import { createSession } from '../src/session.ts';
import { type Disk, faultyWorld, newDisk } from './faulty-world.ts';

const packet = '/会议/packet.yaml';
const options = { date: '2026-11-25' };
const full = process.env['BIANXU_FULL'] === '1';

/** Everything but the manifest, which is the person's, and the program's own folder. */
function snapshot(disk: Disk): ReadonlyMap<string, string> {
	return new Map(
		[...disk.files]
			.filter(([path]) => path !== packet && !path.includes('.bianxu'))
			.map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')]),
	);
}

/** Applies every step of a sequence, then takes all of it back, newest first. */
async function forthAndBack({ sizes, wishes, steps, scheme }: Sequence): Promise<void> {
	const count = sizes.reduce((sum, size) => sum + size, 0);
	let serial = 0;
	let items = sizes.map((size, at) =>
		item(
			`i${at}`,
			Array.from({ length: size }, () => material(`p${serial++}`)),
		),
	);
	const disk = newDisk(
		Object.fromEntries(
			Array.from({ length: count }, (_, at) => [
				`/会议/p${at}.md`,
				`会议材料之${formatHan(at + 1)}\n\n# 关于p${at}的报告\n\n${(wishes[at] ?? []).map((each) => sentence(each, count)).join('\n\n')}\n`,
			]),
		),
	);
	const session = createSession(faultyWorld(disk));
	const write = (path: string, text: string): void => {
		disk.files.set(path, new TextEncoder().encode(text));
	};
	const apply = async (): Promise<readonly string[]> => {
		const planned = await planVerb(session, { packet, options });
		if (planned.refused !== undefined) throw new Error(JSON.stringify(planned.refused));
		const accepts = planned.plan.references
			.filter(({ status }) => status === 'dangling' || status === 'mismatch' || status === 'ambiguous')
			.map(({ in: id, block, start }) => `${id}@${block}:${start}=（另有说明）`);
		const result = await applyVerb(session, { packet, options, accepts, by: '王某' });
		if (result.refused !== undefined || !result.applied) throw new Error(JSON.stringify(result));
		return result.paths;
	};
	const states: ReadonlyMap<string, string>[] = [];
	for (const [at, step] of [null, ...steps].entries()) {
		if (step !== null) items = [...changed(items, step, at)];
		write(packet, writeManifest(manifest(items, [], { scheme: at === 0 ? 'continuous' : scheme })));
		for (const { id } of items.flatMap(({ materials }) => materials))
			if (!disk.files.has(`/会议/${id}.md`)) write(`/会议/${id}.md`, `# 关于${id}的议案\n\n正文。\n`);
		const before = snapshot(disk);
		if ((await apply()).length > 0) states.push(before);
	}
	for (const before of states.reverse()) {
		const undone = await undoVerb(session, { packet });
		expect(undone.refused).toBeUndefined();
		const now = snapshot(disk);
		for (const [path, bytes] of before) expect([path, now.get(path)]).toEqual([path, bytes]);
		expect(now.has('/会议/packet.lock.yaml')).toBe(before.has('/会议/packet.lock.yaml'));
	}
	expect((await undoVerb(session, { packet })).refused?.[0]?.code).toBe('packet-undo');
}

describe('undo after apply', () => {
	it('is the identity on every byte and name, however long the sequence', async () => {
		await fc.assert(
			fc.asyncProperty(sequence, forthAndBack),
			// All of the thousand: a run that was cut short is none.
			full ? { numRuns: 1000, interruptAfterTimeLimit: 380_000, markInterruptAsFailure: true } : { numRuns: 12 },
		);
	}, 400_000);
});

describe('a packet on a real disk', () => {
	let folder = '';
	const world = nodeWorld([]);
	const request = (): { readonly packet: string; readonly options: typeof options } => ({
		packet: join(folder, 'packet.yaml'),
		options,
	});
	const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
	const manifestOf = (ids: readonly string[]): void =>
		write('packet.yaml', writeManifest(manifest(ids.map((id) => item(`i${id}`, [material(id)])))));
	const all = (): readonly string[] => ['a.md', 'b.md', 'c.md'].map((name) => readFileSync(join(folder, name), 'utf8'));
	const apply = () => applyVerb(createSession(world), request());
	const modeOf = (name: string): number => statSync(join(folder, name)).mode & 0o777;

	beforeEach(async () => {
		folder = mkdtempSync(join(tmpdir(), 'bianxu-undo-'));
		for (const [at, id] of [...'abc'].entries())
			write(`${id}.md`, `会议材料之${formatHan(at + 1)}\n\n# 关于${id}的报告\n\n正文。\n`);
		manifestOf([...'abc']);
		await apply();
		manifestOf([...'cab']);
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	/** Modes that an owner may write under, each for the three papers in turn. */
	const modes = [0o600, 0o640, 0o644, 0o660, 0o664, 0o666, 0o700, 0o710, 0o750, 0o755, 0o775, 0o777] as const;
	const papers = ['a.md', 'b.md', 'c.md'];
	const setModes = (from: number): readonly number[] =>
		papers.map((name, at) => {
			const mode = modes[(from + at) % modes.length] ?? 0o644;
			chmodSync(join(folder, name), mode);
			return mode;
		});

	it.skipIf(process.platform === 'win32').each(modes.map((mode, at) => [mode.toString(8), at] as const))(
		'keeps the permissions of every file, forth and back (%s first)',
		async (_, from) => {
			const wanted = setModes(from);
			const before = all();
			const umask = process.umask(from % 2 === 0 ? 0o077 : 0o022);
			try {
				expect(await apply()).toMatchObject({ applied: true });
				expect(all()).not.toEqual(before);
				expect(papers.map(modeOf)).toEqual(wanted);
				// Who may not read a paper may not read the copy that undo keeps of it.
				const own = join(folder, '.bianxu/undo/2/old');
				const kept = readdirSync(own).map((name) => statSync(join(own, name)).mode & 0o777);
				expect(kept.slice(0, papers.length).sort()).toEqual([...wanted].sort());
				expect((await undoVerb(createSession(world), request())).refused).toBeUndefined();
				expect(all()).toEqual(before);
				expect(papers.map(modeOf)).toEqual(wanted);
			} finally {
				process.umask(umask);
			}
		},
	);

	it.skipIf(process.platform === 'win32').each(['forward', 'back'] as const)(
		'keeps them through a recovery, %s, wherever the apply stopped',
		async (way) => {
			const old = all();
			for (let stop = 1; stop <= 4; stop += 1) {
				const wanted = setModes(stop * 3);
				let moved = 0;
				const dying: typeof world = {
					...world,
					rename: async (from, to) => {
						if (papers.some((name) => to === join(folder, name))) moved += 1;
						if (moved >= stop) throw Object.assign(new Error('killed'), { code: 'EKILLED' });
						return world.rename(from, to);
					},
				};
				const result = await applyVerb(createSession(dying), request());
				expect(result.refused !== undefined || stop === 4).toBe(true);
				await recoverVerb(createSession(world), { packet: request().packet, way });
				expect(papers.map(modeOf)).toEqual(wanted);
				if (stop === 4) await undoVerb(createSession(world), request());
				else if (way === 'forward' && all().join() !== old.join()) await undoVerb(createSession(world), request());
				expect(all()).toEqual(old);
				expect(papers.map(modeOf)).toEqual(wanted);
			}
		},
	);

	it('refuses a read-only file, and says what to do', async () => {
		chmodSync(join(folder, 'b.md'), 0o444);
		const before = all();
		const result = await apply();
		expect(result.refused?.[0]?.message.zh).toBe('b.md 是只读文件，请去掉只读属性再做；一份文件也没有改');
		expect(all()).toEqual(before);
	});

	it.skipIf(process.platform === 'win32')('refuses a symbolic link in place of a paper', async () => {
		rmSync(join(folder, 'b.md'));
		write('elsewhere.md', '会议材料之二\n\n# 关于b的报告\n');
		symlinkSync('elsewhere.md', join(folder, 'b.md'));
		const result = await apply();
		expect(result.refused === undefined && result.plan.obstacles[0]?.zh).toBe(
			'b（b.md）：不是普通文件（不跟随链接），请放入文件本身',
		);
		expect(result).toMatchObject({ applied: false });
	});

	it('refuses two papers with one id, naming the lines', async () => {
		const text = readFileSync(join(folder, 'packet.yaml'), 'utf8');
		write('packet.yaml', text.replace('id: b, file: b.md', 'id: a, file: b.md'));
		const result = await apply();
		expect(result.refused?.[0]?.message.zh).toMatch(
			/材料标识 id a 在第\d+行已经用过；标识不得重复，复制来的一行请另起一个标识/,
		);
	});

	it('of several at once one goes through, and the others say why they do not', async () => {
		const results = await Promise.all([apply(), apply(), apply()]);
		const through = results.filter((each) => each.refused === undefined && each.applied && each.paths.length > 0);
		expect(through.length).toBeGreaterThan(0);
		for (const each of results)
			if (each.refused !== undefined)
				expect(each.refused[0]?.message.zh).toMatch(
					/另一个程序正在改这套材料|没有做完|在此期间被改动过|一份文件也没有改/,
				);
		expect(all().map((text) => text.split('\n')[0])).toEqual(['会议材料之二', '会议材料之三', '会议材料之一']);
		expect(await apply()).toMatchObject({ applied: true, paths: [] });
	});
});
