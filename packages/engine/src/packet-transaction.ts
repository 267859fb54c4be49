/**
 * Changing many files as one (reliability.md §3.2): stage beside, read back, journal, commit by one rename, move into
 * place, retire. A process may die, and a call may fail, at any point: afterwards `recoverChange` makes all files old or
 * all files new. In `.bianxu/` inside the packet folder: `stage-…` is being prepared, `change` is under way (the rename
 * to that name commits, and only one process can make it), `undo/1`, `2` … keep the bytes before each change.
 */

import type { World } from '@bianxu/model';
import { directoryOf, joinPath } from './path.ts';
import { sameBytes } from './safe-write.ts';

/** One file of a change; null: it does not exist. Paths are relative to the packet folder. */
export interface FileChange {
	readonly path: string;
	readonly old: Uint8Array | null;
	readonly next: Uint8Array | null;
	/** SHA-256 of both, where the caller has worked them out already. */
	readonly hashes?: { readonly old: string; readonly next: string };
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
	readonly undo: string;
	/** A change that is not to be ended any more, on its way out. */
	readonly dropped: string;
}

const journalName = 'journal.json';
/** Inside an undo's change: the entry of the undo store that it takes back. */
const undoneName = 'undone';

function placesOf(folder: string): Places {
	const own = joinPath(folder, ownFolder);
	return {
		folder,
		own,
		change: joinPath(own, 'change'),
		undo: joinPath(own, 'undo'),
		dropped: joinPath(own, 'dropped'),
	};
}

async function readIfThere(world: World, path: string): Promise<Uint8Array | null> {
	return (await world.kindOf(path)) === 'file' ? world.readFile(path) : null;
}

async function hashOf(world: World, path: string): Promise<string | null> {
	const bytes = await readIfThere(world, path);
	return bytes === null ? null : world.sha256(bytes);
}

async function writeAndCheck(world: World, path: string, bytes: Uint8Array, like?: string): Promise<void> {
	await world.writeFile(path, bytes, like);
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

/** The unfinished change of a packet folder, if there is one; `on` is null when its journal cannot be read. */
export async function unfinishedChange(world: World, folder: string): Promise<{ readonly on: string | null } | null> {
	const { change } = placesOf(folder);
	if ((await world.kindOf(change)) === null) return null;
	const journal = await readJournal(world, joinPath(change, journalName)).catch(() => null);
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
	const journal = await readJournal(world, joinPath(joinPath(places.undo, name), journalName));
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
		files: changes.map(({ path, old, next, hashes }) => ({
			path,
			...(hashes ?? { old: hash(old), next: hash(next) }),
		})),
	};
	// A folder of its own: two processes with the same plan would write into, and clear away, each other's.
	const staged = joinPath(places.own, `stage-${world.uniqueName()}`);
	try {
		// What is old was read back when it was kept; it is looked at again when nobody else can begin.
		await stage(world, places, staged, journal, changes);
		// From here on the change counts: whoever finds it ends it. Where another process was faster, this fails.
		await world.rename(staged, places.change);
	} catch (error) {
		await world.remove(staged).catch(() => undefined);
		await removeIfEmpty(world, places).catch(() => undefined);
		throw new ChangeFailed('untouched', error, pathOf(error));
	}
	try {
		await world.syncDirectory(places.own);
		await verifyOld(world, places, journal, changes);
	} catch (error) {
		throw new ChangeFailed(await succeeds(discard(world, places), 'untouched'), error, pathOf(error));
	}
	try {
		await rollForward(world, places, journal, changes);
	} catch (error) {
		throw new ChangeFailed(await succeeds(rollBack(world, places, journal), 'restored'), error, pathOf(error));
	}
	try {
		await retire(world, places, journal);
	} catch (error) {
		// Once the journal has gone to the undo store the change is done; what is left over is swept by the next one.
		const gone = await world.kindOf(places.change).then(
			(kind) => kind === null,
			() => false,
		);
		if (gone) return;
		throw new ChangeFailed(await succeeds(rollBack(world, places, journal), 'restored'), error);
	}
}

function pathOf(error: unknown): string | null {
	return error instanceof ChangedMeanwhile ? error.path : null;
}

/** What the files are after a step back: as `then` says, or unfinished when the step itself failed. */
async function succeeds(step: Promise<void>, then: ChangeFailed['files']): Promise<ChangeFailed['files']> {
	return step.then(
		() => then,
		() => 'unfinished',
	);
}

async function stage(
	world: World,
	places: Places,
	staged: string,
	journal: Journal,
	changes: readonly FileChange[],
): Promise<void> {
	const next = joinPath(staged, 'new');
	const old = joinPath(staged, 'old');
	await world.makeDirectory(next);
	await world.makeDirectory(old);
	for (const [at, change] of changes.entries()) {
		const target = joinPath(places.folder, change.path);
		if (change.next !== null) await writeAndCheck(world, joinPath(next, String(at)), change.next, target);
		if (change.old !== null) await keepOld(world, places, change.path, joinPath(old, String(at)), change.old);
	}
	await writeAndCheck(world, joinPath(staged, journalName), encode(journal));
	for (const path of [next, old, staged, places.own, places.folder]) await world.syncDirectory(path);
}

/**
 * Keeps the bytes of a file that is going to be replaced: under a second name, which writes nothing, or as a copy. Read
 * back either way; a file that was written to meanwhile is no longer what the plan saw.
 */
async function keepOld(world: World, { folder }: Places, path: string, kept: string, bytes: Uint8Array): Promise<void> {
	const target = joinPath(folder, path);
	const linked = (await world.link?.(target, kept)) === true;
	if (!linked) return writeAndCheck(world, kept, bytes, target);
	if (!sameBytes(await world.readFile(kept), bytes)) throw new ChangedMeanwhile(path);
}

/** True when a file is what the journal says: by its bytes where they are at hand, else by its hash. */
async function isAs(world: World, path: string, hash: string | null, bytes?: Uint8Array | null): Promise<boolean> {
	if (bytes === undefined) return (await hashOf(world, path)) === hash;
	const current = await readIfThere(world, path);
	return current === null || bytes === null ? current === bytes : sameBytes(current, bytes);
}

async function verifyOld(
	world: World,
	places: Places,
	journal: Journal,
	changes: readonly FileChange[],
): Promise<void> {
	for (const [at, { path, old }] of journal.files.entries()) {
		if (!(await isAs(world, joinPath(places.folder, path), old, changes[at]?.old))) throw new ChangedMeanwhile(path);
	}
}

/** Moves staged files into place. Every step may have been done before. `changes` hold the bytes, where they are at hand. */
async function rollForward(
	world: World,
	places: Places,
	journal: Journal,
	changes: readonly FileChange[] = [],
): Promise<void> {
	for (const [at, { path, old, next }] of journal.files.entries()) {
		const target = joinPath(places.folder, path);
		// In a recovery the file may have been moved before; asked first, because most have not been at the first time.
		if (!(await isAs(world, target, old, changes[at]?.old))) {
			if (await isAs(world, target, next, changes[at]?.next)) continue;
			throw new ChangedMeanwhile(path);
		}
		if (next === null) await world.remove(target);
		else await world.rename(joinPath(joinPath(places.change, 'new'), String(at)), target);
	}
	await syncTargets(world, places, journal);
	for (const [at, { path, next }] of journal.files.entries()) {
		if (!(await isAs(world, joinPath(places.folder, path), next, changes[at]?.next))) throw new ChangedMeanwhile(path);
	}
}

/** Puts the old bytes back where new ones were moved in, and drops the change. Nothing is written: a full disk is no hindrance. */
async function rollBack(world: World, places: Places, journal: Journal): Promise<void> {
	for (const [at, { path, old, next }] of [...journal.files.entries()].reverse()) {
		const target = joinPath(places.folder, path);
		const current = await hashOf(world, target);
		if (current === old) continue;
		if (current !== next) throw new ChangedMeanwhile(path);
		if (old === null) {
			await world.remove(target);
			continue;
		}
		const kept = joinPath(joinPath(places.change, 'old'), String(at));
		if ((await hashOf(world, kept)) !== old) throw new Error(`kept copy is damaged: ${path}`);
		await world.rename(kept, target);
	}
	await syncTargets(world, places, journal);
	const undone = joinPath(places.change, undoneName);
	if (journal.undoes !== undefined && (await world.kindOf(undone)) === 'directory') {
		await world.makeDirectory(places.undo);
		await world.rename(undone, joinPath(places.undo, journal.undoes));
	}
	await discard(world, places);
}

async function syncTargets(world: World, places: Places, journal: Journal): Promise<void> {
	const folders = new Set(journal.files.map(({ path }) => directoryOf(joinPath(places.folder, path))));
	for (const folder of folders) await world.syncDirectory(folder);
}

/** Drops a change that is not to be ended any more. The rename decides; removing may be interrupted. */
async function discard(world: World, places: Places): Promise<void> {
	await world.remove(places.dropped);
	await world.rename(places.change, places.dropped);
	await world.syncDirectory(places.own);
	await sweep(world, places);
}

/** Removes what interrupted calls left: dropped changes and stages that never counted. */
async function sweep(world: World, places: Places): Promise<void> {
	if ((await world.kindOf(places.own)) !== 'directory') return;
	for (const { name } of await world.list(places.own)) {
		if (name === 'dropped' || /^stage-[0-9a-z-]{1,64}$/.test(name)) await world.remove(joinPath(places.own, name));
	}
	await removeIfEmpty(world, places);
}

async function removeIfEmpty(world: World, { own }: Places): Promise<void> {
	if ((await world.kindOf(own)) === 'directory' && (await world.list(own)).length === 0) await world.remove(own);
}

/** Ends a change whose files are all in place: its old bytes go to the undo store; an undo takes its own out of there. */
async function retire(world: World, places: Places, journal: Journal): Promise<void> {
	if (journal.undoes !== undefined) {
		// Taken along before the change goes, so that it can still go back to the undo store.
		const taken = joinPath(places.undo, journal.undoes);
		if ((await world.kindOf(taken)) === 'directory') await world.rename(taken, joinPath(places.change, undoneName));
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
	await sweep(world, places);
}

/** What recovery did, and with which files. */
export interface Recovery {
	readonly outcome: 'nothing' | 'finished' | 'rolled-back';
	readonly paths: readonly string[];
}

/** How to end an interrupted change: forward when it can be, or back to the old bytes. */
export type Way = 'forward' | 'back';

/**
 * Ends an interrupted change: forward when every new file is there and nobody asks for the old ones, else back to the old
 * bytes. Rejects with ChangeFailed when somebody changed one of the files in between; then nothing further is moved.
 * `dryRun` tells the outcome and does nothing.
 */
export async function recoverChange(
	world: World,
	folder: string,
	way: Way = 'forward',
	dryRun = false,
): Promise<Recovery> {
	const places = placesOf(folder);
	if ((await world.kindOf(places.change)) === null) {
		if (!dryRun) await sweep(world, places);
		return { outcome: 'nothing', paths: [] };
	}
	const journal = await readJournal(world, joinPath(places.change, journalName));
	if (journal === null) {
		if (!dryRun) await discard(world, places);
		return { outcome: 'rolled-back', paths: [] };
	}
	let forward = true;
	let untouched = true;
	let conflict: string | null = null;
	for (const [at, { path, old, next }] of journal.files.entries()) {
		const current = await hashOf(world, joinPath(folder, path));
		const staged = next === null ? null : await hashOf(world, joinPath(joinPath(places.change, 'new'), String(at)));
		if (current !== old && current !== next) conflict ??= path;
		if (staged !== next || (next === null && current !== old)) untouched = false;
		if (current !== next && next !== null && staged !== next) forward = false;
	}
	if (conflict !== null) {
		// Nothing had been moved yet: the other's work stands, and the change never happened.
		if (!untouched) throw new ChangeFailed('unfinished', conflict, conflict);
		if (!dryRun) await discard(world, places);
		return { outcome: 'rolled-back', paths: [] };
	}
	const paths = journal.files.map(({ path }) => path);
	if (!forward || way === 'back') {
		if (!dryRun) await rollBack(world, places, journal);
		return { outcome: 'rolled-back', paths };
	}
	if (!dryRun) {
		await rollForward(world, places, journal);
		await retire(world, places, journal);
	}
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
