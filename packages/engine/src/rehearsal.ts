import type { DirectoryEntry, World } from '@bianxu/model';
import { ancestorsOf, directoryOf, nameOf } from './path.ts';

/**
 * The same world, in which nothing is written: what a verb writes, renames and removes is kept in memory and read back
 * from there, so that the verb goes its whole way (`--dry-run`). Rights and room on the disk are not tried. Folders of the
 * real world cannot be renamed; no verb does.
 */
export function rehearsalOf(world: World): World {
	const files = new Map<string, Uint8Array>();
	const folders = new Set<string>();
	/** Paths of the real world that are taken away, with all below them. */
	const removed = new Set<string>();
	const isGone = (path: string): boolean =>
		removed.has(path) || ancestorsOf(directoryOf(path)).some((folder) => removed.has(folder));
	const below = (folder: string) => (path: string) => path.startsWith(`${folder}/`);
	const missing = (path: string): Error => Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT', path });
	const readFile = async (path: string): Promise<Uint8Array> => {
		const written = files.get(path);
		if (written !== undefined) return written;
		if (isGone(path)) throw missing(path);
		return world.readFile(path);
	};
	const kindOf: World['kindOf'] = async (path) => {
		if (files.has(path)) return 'file';
		if (folders.has(path)) return 'directory';
		return isGone(path) ? null : world.kindOf(path);
	};
	const remove = async (path: string): Promise<void> => {
		for (const file of [...files.keys()].filter(below(path))) files.delete(file);
		for (const folder of [...folders].filter(below(path))) folders.delete(folder);
		files.delete(path);
		folders.delete(path);
		removed.add(path);
	};
	const { link: _, ...kept } = world;
	return {
		...kept,
		readFile,
		writeFile: async (path, bytes) => {
			files.set(path, bytes);
		},
		rename: async (from, to) => {
			const bytes = await readFile(from);
			await remove(from);
			files.set(to, bytes);
		},
		isReadOnly: async (path) => !files.has(path) && (await world.isReadOnly?.(path)) === true,
		remove,
		makeDirectory: async (path) => {
			for (const folder of ancestorsOf(path)) {
				if ((await kindOf(folder)) !== null) break;
				folders.add(folder);
			}
		},
		list: async (path) => {
			const entries = new Map<string, DirectoryEntry>();
			const real = isGone(path) || (folders.has(path) && (await world.kindOf(path)) === null);
			for (const entry of real ? [] : await world.list(path))
				if (!removed.has(path === '.' ? entry.name : `${path}/${entry.name}`)) entries.set(entry.name, entry);
			for (const file of files.keys())
				if (directoryOf(file) === path) entries.set(nameOf(file), { name: nameOf(file), kind: 'file' });
			for (const folder of folders)
				if (directoryOf(folder) === path) entries.set(nameOf(folder), { name: nameOf(folder), kind: 'directory' });
			return [...entries.values()];
		},
		kindOf,
		syncDirectory: async () => undefined,
	};
}
