/** A World in memory whose calls can fail or die, to see what a packet is after it. */

import { createHash, randomUUID } from 'node:crypto';
import { deflateRawSync, deflateSync, inflateRawSync } from 'node:zlib';
import type { World } from '@bianxu/model';

/** Files by absolute path, and folders. */
export interface Disk {
	readonly files: Map<string, Uint8Array>;
	readonly folders: Set<string>;
}

/** When a changing call goes wrong. `die`: this call and all later ones fail, as after a kill; `fail`: only this one. */
export interface Fault {
	readonly at: number;
	readonly mode: 'die' | 'fail' | 'die-after';
	readonly code?: string;
}

export function newDisk(files: Readonly<Record<string, string>> = {}): Disk {
	const disk: Disk = { files: new Map(), folders: new Set(['/']) };
	for (const [path, text] of Object.entries(files)) {
		disk.files.set(path, new TextEncoder().encode(text));
		addFolders(disk, path);
	}
	return disk;
}

function addFolders(disk: Disk, path: string): void {
	for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) disk.folders.add(path.slice(0, at));
}

/** What is on the disk, as text by path. */
export function shown(disk: Disk, folder = '/'): Readonly<Record<string, string>> {
	const entries = [...disk.files].filter(([path]) => path.startsWith(folder));
	return Object.fromEntries(entries.map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]).sort());
}

function failure(code: string): Error {
	return Object.assign(new Error(`${code}: made to fail`), { code });
}

/** A World over the disk. `calls` counts the calls that change something. */
export function faultyWorld(
	disk: Disk,
	fault: Fault | null = null,
	links = true,
): World & { readonly calls: () => number } {
	let count = 0;
	let dead = false;
	/** Runs one changing call, whole, half (a write that dies leaves half of its bytes) or not at all. */
	const change = async (whole: () => void, half: () => void = () => undefined): Promise<void> => {
		if (dead) throw failure('EKILLED');
		count += 1;
		if (fault === null || count !== fault.at) {
			whole();
			return;
		}
		if (fault.mode === 'die-after') {
			whole();
			dead = true;
			throw failure('EKILLED');
		}
		half();
		if (fault.mode === 'die') dead = true;
		throw failure(fault.mode === 'die' ? 'EKILLED' : (fault.code ?? 'EIO'));
	};
	const under = (path: string): string => `${path}/`;
	const kindOf = (path: string): 'file' | 'directory' | null =>
		disk.files.has(path) ? 'file' : disk.folders.has(path) ? 'directory' : null;
	return {
		calls: () => count,
		readFile: async (path) => {
			if (dead) throw failure('EKILLED');
			const bytes = disk.files.get(path);
			if (bytes === undefined) throw failure('ENOENT');
			return bytes.slice();
		},
		writeFile: (path, bytes) =>
			change(
				() => {
					if (!disk.folders.has(path.slice(0, path.lastIndexOf('/')))) throw failure('ENOENT');
					disk.files.set(path, bytes.slice());
				},
				() => disk.files.set(path, bytes.slice(0, bytes.length >> 1)),
			),
		rename: (from, to) =>
			change(() => {
				const file = disk.files.get(from);
				if (file !== undefined) {
					disk.files.delete(from);
					disk.files.set(to, file);
					return;
				}
				if (!disk.folders.has(from)) throw failure('ENOENT');
				if (kindOf(to) !== null) throw failure('EEXIST');
				for (const [path, bytes] of [...disk.files].filter(([each]) => each.startsWith(under(from)))) {
					disk.files.delete(path);
					disk.files.set(to + path.slice(from.length), bytes);
				}
				for (const path of [...disk.folders].filter((each) => each === from || each.startsWith(under(from)))) {
					disk.folders.delete(path);
					disk.folders.add(to + path.slice(from.length));
				}
			}),
		...(links
			? {
					link: async (from: string, to: string): Promise<boolean> => {
						await change(() => {
							const file = disk.files.get(from);
							if (file === undefined || disk.files.has(to)) throw failure('EEXIST');
							disk.files.set(to, file);
						});
						return true;
					},
				}
			: {}),
		remove: (path) => {
			const below = (): readonly string[] =>
				[...disk.files.keys()].filter((each) => each === path || each.startsWith(under(path)));
			return change(
				() => {
					for (const each of below()) disk.files.delete(each);
					for (const each of disk.folders) if (each === path || each.startsWith(under(path))) disk.folders.delete(each);
				},
				// Interrupted in the middle of a folder.
				() => {
					for (const each of below().slice(0, below().length >> 1)) disk.files.delete(each);
				},
			);
		},
		makeDirectory: (path) => change(() => addFolders(disk, `${path}/x`)),
		list: async (path) => {
			const names = new Map<string, 'file' | 'directory'>();
			for (const each of [...disk.files.keys(), ...disk.folders]) {
				if (!each.startsWith(under(path))) continue;
				const rest = each.slice(path.length + 1);
				const name = rest.split('/')[0] ?? '';
				names.set(name, rest.includes('/') || disk.folders.has(each) ? 'directory' : 'file');
			}
			return [...names].map(([name, kind]) => ({ name, kind }));
		},
		kindOf: async (path) => {
			if (dead) throw failure('EKILLED');
			return kindOf(path);
		},
		syncDirectory: () => change(() => undefined),
		inflateRaw: (data, maxOutput) => new Uint8Array(inflateRawSync(data, { maxOutputLength: maxOutput })),
		deflateRaw: (data) => new Uint8Array(deflateRawSync(data)),
		deflate: (data) => new Uint8Array(deflateSync(data)),
		sha256: (data) => createHash('sha256').update(data).digest('hex'),
		uniqueName: () => randomUUID(),
		fonts: async () => [],
		today: () => '2026-11-25',
	};
}
