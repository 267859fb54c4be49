/**
 * Changing many files as one (reliability.md §3.2): stage beside, read back, journal, commit by one rename, move into
 * place, retire. A process may die, and a call may fail, at any point: afterwards `recoverChange` makes all files old or
 * all files new. Works in `.bianxu/` inside the packet folder; `.bianxu/undo/1`, `2` … keep the bytes before each change.
 */

import type { World } from '@bianxu/model';
import { directoryOf, joinPath } from './path.ts';
import { sameBytes } from './safe-write.ts';

/** One file of a change; null: it does not exist. Paths are relative to the packet folder. */
export interface FileChange {
	readonly path: string;
	readonly old: Uint8Array | null;
	readonly next: Uint8Array | null;
}

/** What a change is, written down before anything is moved. Hashes are SHA-256; null: no such file. */
export interface Journal {
	readonly version: 1;
	readonly kind: 'apply' | 'undo';
	/** Of an undo: the folder in `.bianxu/undo` that it takes back. */
	readonly undoes?: string;
	readonly on: string;
	readonly files: readonly { readonly path: string; readonly old: string | null; readonly next: string | null }[];
}

/** Why a change did not go through, and what the files are now. */
export class ChangeFailed extends Error {
	/** `untouched`: nothing was moved; `restored`: moved files were put back; `unfinished`: recover has to end it. */
	readonly files: 'untouched' | 'restored' | 'unfinished';
	/** Set when a file is not what the plan saw. */
	readonly changedPath: string | null;

	constructor(files: ChangeFailed['files'], cause: unknown, changedPath: string | null = null) {
		super(cause instanceof Error ? cause.message : String(cause), { cause });
		this.files = files;
		this.changedPath = changedPath;
	}
}

class ChangedMeanwhile extends Error {
	readonly path: string;

	constructor(path: string) {
		super(`changed meanwhile: ${path}`);
		this.path = path;
	}
}

const ownFolder = '.bianxu';

interface Places {
	readonly folder: string;
	readonly own: string;
	readonly change: string;
	readonly journal: string;
	readonly undo: string;
}

function placesOf(folder: string): Places {
	const own = joinPath(folder, ownFolder);
	const change = joinPath(own, 'change');
	return { folder, own, change, journal: joinPath(change, 'journal.json'), undo: joinPath(own, 'undo') };
}

async function readIfThere(world: World, path: string): Promise<Uint8Array | null> {
	return (await world.kindOf(path)) === 'file' ? world.readFile(path) : null;
}

async function hashOf(world: World, path: string): Promise<string | null> {
	const bytes = await readIfThere(world, path);
	return bytes === null ? null : world.sha256(bytes);
}

async function writeAndCheck(world: World, path: string, bytes: Uint8Array): Promise<void> {
	await world.writeFile(path, bytes);
	if (!sameBytes(await world.readFile(path), bytes)) throw new Error(`read back otherwise than written: ${path}`);
}

function encode(journal: Journal): Uint8Array {
	return new TextEncoder().encode(`${JSON.stringify(journal, null, '\t')}\n`);
}

/** A journal may have come with somebody's folder: its paths must not lead out of it. */
function isJournal(journal: Partial<Journal> | null): boolean {
	const inside = (path: unknown): boolean =>
		typeof path === 'string' && !path.startsWith('/') && !/\\|^[A-Za-z]:/.test(path) && !path.split('/').includes('..');
	return (
		journal?.version === 1 &&
		Array.isArray(journal.files) &&
		journal.files.every((file) => inside(file?.path)) &&
		(journal.undoes === undefined || /^[1-9]\d{0,8}$/.test(journal.undoes))
	);
}

async function readJournal(world: World, path: string): Promise<Journal | null> {
	const bytes = await readIfThere(world, path);
	if (bytes === null) return null;
	let journal: Journal;
	try {
		journal = JSON.parse(new TextDecoder().decode(bytes)) as Journal;
	} catch (error) {
		throw new ChangeFailed('unfinished', error);
	}
	if (!isJournal(journal)) throw new ChangeFailed('unfinished', `not a journal: ${path}`);
	return journal;
}

/** The unfinished change of a packet folder, if there is one; `on` is null when it had not been committed. */
export async function unfinishedChange(world: World, folder: string): Promise<{ readonly on: string | null } | null> {
	const places = placesOf(folder);
	if ((await world.kindOf(places.change)) === null) return null;
	const journal = await readJournal(world, places.journal).catch(() => null);
	return { on: journal?.on ?? null };
}

/** Changes that can be taken back, one after another; older ones are forgotten. */
const keptChanges = 20;

/** Folders of the undo store, oldest first. */
async function keptFolders(world: World, { undo }: Places): Promise<readonly number[]> {
	if ((await world.kindOf(undo)) !== 'directory') return [];
	const names = (await world.list(undo)).flatMap(({ name }) => (/^[1-9]\d{0,8}$/.test(name) ? [Number(name)] : []));
	return names.sort((left, right) => left - right);
}

/** A change that can be taken back: its journal and the folder that keeps its old bytes. */
export interface KeptChange {
	readonly name: string;
	readonly journal: Journal;
}

/** The last change that can be taken back; null when there is none. */
export async function lastChange(world: World, folder: string): Promise<KeptChange | null> {
	const places = placesOf(folder);
	const last = (await keptFolders(world, places)).at(-1);
	if (last === undefined) return null;
	const name = String(last);
	const journal = await readJournal(world, joinPath(joinPath(places.undo, name), 'journal.json'));
	return journal === null ? null : { name, journal };
}

/**
 * The file changes that take the last change back. Rejects when a file has changed since, or its kept bytes are not whole.
 * `comparable` gives the bytes that count for a file: what the tool itself adds later is no work of a person.
 */
export async function reverseOf(
	world: World,
	folder: string,
	{ name, journal }: KeptChange,
	comparable: (path: string, current: Uint8Array, old: Uint8Array | null) => Uint8Array = (_, current) => current,
): Promise<readonly FileChange[]> {
	const kept = joinPath(joinPath(placesOf(folder).undo, name), 'old');
	const changes: FileChange[] = [];
	for (const [at, { path, old, next }] of journal.files.entries()) {
		const before = old === null ? null : await world.readFile(joinPath(kept, String(at)));
		if (before !== null && world.sha256(before) !== old) throw new Error(`kept copy is damaged: ${path}`);
		const current = await readIfThere(world, joinPath(folder, path));
		const now = current === null ? null : world.sha256(current);
		const same = now === next || (current !== null && world.sha256(comparable(path, current, before)) === next);
		if (!same) throw new ChangeFailed('untouched', path, path);
		changes.push({ path, old: current, next: before });
	}
	return changes;
}

/**
 * Makes all changes or none, in the given order (the lock file last); `undoes` names the change that they take back. Rejects with ChangeFailed, which says what the files
 * are now; a caller must not start while `unfinishedChange` answers.
 */
export async function commitChange(
	world: World,
	folder: string,
	on: string,
	changes: readonly FileChange[],
	undoes: KeptChange | null = null,
): Promise<void> {
	const places = placesOf(folder);
	const hash = (bytes: Uint8Array | null): string | null => (bytes === null ? null : world.sha256(bytes));
	const journal: Journal = {
		version: 1,
		kind: undoes === null ? 'apply' : 'undo',
		...(undoes === null ? {} : { undoes: undoes.name }),
		on,
		files: changes.map(({ path, old, next }) => ({ path, old: hash(old), next: hash(next) })),
	};
	try {
		await stage(world, places, journal, changes);
		// From here on the change counts: whoever finds the journal ends it.
		await world.rename(`${places.journal}.tmp`, places.journal);
	} catch (error) {
		const gone = await discard(world, places).then(
			() => true,
			() => false,
		);
		const path = error instanceof ChangedMeanwhile ? error.path : null;
		throw new ChangeFailed(gone ? 'untouched' : 'unfinished', error, path);
	}
	try {
		await world.syncDirectory(places.change);
		await rollForward(world, places, journal);
	} catch (error) {
		const back = await rollBack(world, places, journal).then(
			() => true,
			() => false,
		);
		const path = error instanceof ChangedMeanwhile ? error.path : null;
		throw new ChangeFailed(back ? 'restored' : 'unfinished', error, path);
	}
	try {
		await retire(world, places, journal);
	} catch (error) {
		throw new ChangeFailed('unfinished', error);
	}
}

async function stage(world: World, places: Places, journal: Journal, changes: readonly FileChange[]): Promise<void> {
	const next = joinPath(places.change, 'new');
	const old = joinPath(places.change, 'old');
	await world.makeDirectory(next);
	await world.makeDirectory(old);
	for (const [at, change] of changes.entries()) {
		if (change.next !== null) await writeAndCheck(world, joinPath(next, String(at)), change.next);
		if (change.old !== null) await writeAndCheck(world, joinPath(old, String(at)), change.old);
	}
	await writeAndCheck(world, `${places.journal}.tmp`, encode(journal));
	for (const path of [next, old, places.change, places.own, places.folder]) await world.syncDirectory(path);
	for (const { path, old: hash } of journal.files) {
		if ((await hashOf(world, joinPath(places.folder, path))) !== hash) throw new ChangedMeanwhile(path);
	}
}

/** Moves staged files into place. Every step may have been done before. */
async function rollForward(world: World, places: Places, journal: Journal): Promise<void> {
	for (const [at, { path, old, next }] of journal.files.entries()) {
		const target = joinPath(places.folder, path);
		const current = await hashOf(world, target);
		if (current === next) continue;
		if (current !== old) throw new ChangedMeanwhile(path);
		if (next === null) await world.remove(target);
		else await world.rename(joinPath(joinPath(places.change, 'new'), String(at)), target);
	}
	await syncTargets(world, places, journal);
	for (const { path, next } of journal.files) {
		if ((await hashOf(world, joinPath(places.folder, path))) !== next) throw new ChangedMeanwhile(path);
	}
}

/** Puts the old bytes back where new ones were moved in, and drops the change. */
async function rollBack(world: World, places: Places, journal: Journal): Promise<void> {
	const back = joinPath(places.change, 'back');
	await world.makeDirectory(back);
	for (const [at, { path, old, next }] of [...journal.files.entries()].reverse()) {
		const target = joinPath(places.folder, path);
		const current = await hashOf(world, target);
		if (current === old) continue;
		if (current !== next) throw new ChangedMeanwhile(path);
		if (old === null) {
			await world.remove(target);
			continue;
		}
		const bytes = await world.readFile(joinPath(joinPath(places.change, 'old'), String(at)));
		if (world.sha256(bytes) !== old) throw new Error(`kept copy is damaged: ${path}`);
		await writeAndCheck(world, joinPath(back, String(at)), bytes);
		await world.rename(joinPath(back, String(at)), target);
	}
	await syncTargets(world, places, journal);
	await discard(world, places);
}

async function syncTargets(world: World, places: Places, journal: Journal): Promise<void> {
	const folders = new Set(journal.files.map(({ path }) => directoryOf(joinPath(places.folder, path))));
	for (const folder of folders) await world.syncDirectory(folder);
}

/** Drops a change that is not to be ended any more. The rename decides; removing may be interrupted. */
async function discard(world: World, places: Places): Promise<void> {
	if ((await world.kindOf(places.journal)) !== null) {
		await world.rename(places.journal, `${places.journal}.void`);
		await world.syncDirectory(places.change);
	}
	await world.remove(places.change);
	await removeIfEmpty(world, places);
}

async function removeIfEmpty(world: World, { own }: Places): Promise<void> {
	if ((await world.kindOf(own)) === 'directory' && (await world.list(own)).length === 0) await world.remove(own);
}

/** Ends a change whose files are all in place: its old bytes go to the undo store; an undo takes its own out of there. */
async function retire(world: World, places: Places, journal: Journal): Promise<void> {
	if (journal.undoes !== undefined) {
		await world.remove(joinPath(places.undo, journal.undoes));
		if ((await keptFolders(world, places)).length === 0) await world.remove(places.undo);
		return discard(world, places);
	}
	const kept = await keptFolders(world, places);
	for (const old of kept.slice(0, Math.max(0, kept.length + 1 - keptChanges))) {
		await world.remove(joinPath(places.undo, String(old)));
	}
	await world.makeDirectory(places.undo);
	await world.remove(joinPath(places.change, 'new'));
	await world.rename(places.change, joinPath(places.undo, String((kept.at(-1) ?? 0) + 1)));
	await world.syncDirectory(places.undo);
	await world.syncDirectory(places.own);
}

/** What recovery did, and with which files. */
export interface Recovery {
	readonly outcome: 'nothing' | 'finished' | 'rolled-back';
	readonly paths: readonly string[];
}

/**
 * Ends an interrupted change: forward when every new file is there, else back to the old bytes. Rejects with ChangeFailed
 * when somebody changed one of the files in between; then nothing further is moved.
 */
export async function recoverChange(world: World, folder: string): Promise<Recovery> {
	const places = placesOf(folder);
	if ((await world.kindOf(places.change)) === null) return { outcome: 'nothing', paths: [] };
	const journal = await readJournal(world, places.journal);
	if (journal === null) {
		await discard(world, places);
		return { outcome: 'rolled-back', paths: [] };
	}
	let forward = true;
	for (const [at, { path, old, next }] of journal.files.entries()) {
		const current = await hashOf(world, joinPath(folder, path));
		if (current !== old && current !== next) throw new ChangeFailed('unfinished', path, path);
		if (current === next || next === null) continue;
		const staged = await hashOf(world, joinPath(joinPath(places.change, 'new'), String(at)));
		if (staged !== next) forward = false;
	}
	const paths = journal.files.map(({ path }) => path);
	if (!forward) {
		await rollBack(world, places, journal);
		return { outcome: 'rolled-back', paths };
	}
	await rollForward(world, places, journal);
	await retire(world, places, journal);
	return { outcome: 'finished', paths };
}

/** Mark of a folder that is still being built. */
const buildingMark = '.编序写入';

/**
 * Writes a whole folder: built beside, read back, and given its name by one rename. Rejects with the World's error, and
 * the name then does not exist. The caller has seen that `target` is free.
 */
export async function writeFolder(
	world: World,
	target: string,
	files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): Promise<void> {
	const building = `${target}${buildingMark}`;
	try {
		await world.remove(building);
		await world.makeDirectory(building);
		const folders = new Set<string>([building]);
		for (const { path, bytes } of files) {
			const full = joinPath(building, path);
			const parent = directoryOf(full);
			if (!folders.has(parent)) await world.makeDirectory(parent);
			for (let at = parent; at.length > building.length; at = directoryOf(at)) folders.add(at);
			await writeAndCheck(world, full, bytes);
		}
		for (const folder of [...folders].sort((a, b) => b.length - a.length)) await world.syncDirectory(folder);
		await world.rename(building, target);
	} catch (error) {
		await world.remove(building).catch(() => undefined);
		throw error;
	}
	await world.syncDirectory(directoryOf(target));
}
