import type { World } from '@bianxu/model';
import { directoryOf, joinPath, nameOf } from './path.ts';

/**
 * Replaces a file without ever exposing a half-written one (invariant: an original is never overwritten before its
 * replacement is written, flushed and read back): write beside, flush, read back, rename, flush the folder. Rejects with
 * the World's error; the original is then untouched and the temporary file removed.
 */
export async function writeSafely(world: World, path: string, bytes: Uint8Array): Promise<void> {
	const folder = directoryOf(path);
	const beside = joinPath(folder, `.${nameOf(path)}.编序写入`);
	try {
		await world.writeFile(beside, bytes, path);
		const written = await world.readFile(beside);
		if (!sameBytes(written, bytes)) throw new Error(`写入后读回不一致：${path}`);
		await world.rename(beside, path);
	} catch (error) {
		await world.remove(beside).catch(() => undefined);
		throw error;
	}
	await world.syncDirectory(folder);
}

/** True when both hold the same bytes. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
	if (a.length !== b.length) return false;
	// A print of megabytes is read back: four bytes at a time where both lie so, which files read whole do.
	const words = a.byteOffset % 4 === 0 && b.byteOffset % 4 === 0 ? a.length >> 2 : 0;
	const left = new Uint32Array(a.buffer, words === 0 ? 0 : a.byteOffset, words);
	const right = new Uint32Array(b.buffer, words === 0 ? 0 : b.byteOffset, words);
	for (let i = 0; i < words; i++) if (left[i] !== right[i]) return false;
	for (let i = 4 * words; i < a.length; i++) if (a[i] !== b[i]) return false;
	return true;
}
