import { hash, randomUUID } from 'node:crypto';
import {
	accessSync,
	chmodSync,
	closeSync,
	constants,
	fchmodSync,
	fsyncSync,
	linkSync,
	lstatSync,
	openSync,
	readFileSync,
	renameSync,
	writeFileSync,
} from 'node:fs';
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { brotliDecompressSync, crc32, constants as zlib, deflateRawSync, deflateSync } from 'node:zlib';
import type { DirectoryEntry, FontSource, World } from '@bianxu/model';
import { decodeUtf8, inflateRaw } from './native-decoding.ts';

/** Deflate level of PDF streams: zlib's default; the same everywhere, so that the same input gives the same bytes. */
const LEVEL = 6;
/** Of parts of a .docx: Word writes them about as dense; 6 takes half as long again for a part that is 3 % smaller. */
const PART_LEVEL = 3;
/** Of zlib's window for them: a sixth faster than its default, at the same size. */
const PART_MEMORY = 9;

/** World on Node. `fontFolders` are searched in order; their origin is shown by `doctor`. */
export function nodeWorld(fontFolders: readonly FontFolder[] = defaultFontFolders()): World {
	return {
		// Read in place: a detour over the thread pool costs more than reading a paper, and a command does nothing beside it.
		readFile: async (path) => {
			const data = readFileSync(path);
			return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
		},
		writeFile: writeFlushed,
		rename: renameKeepingMode,
		link: secondName,
		isReadOnly,
		remove: (path) => rm(path, { force: true, recursive: true }),
		makeDirectory: async (path) => {
			await mkdir(path, { recursive: true });
		},
		list: async (path) =>
			(await readdir(path, { withFileTypes: true })).map(
				(entry): DirectoryEntry => ({
					name: entry.name,
					kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'directory' : 'other',
				}),
			),
		kindOf: async (path) => {
			try {
				const stat = lstatSync(path, { throwIfNoEntry: false });
				if (stat === undefined) return null;
				return stat.isFile() ? 'file' : stat.isDirectory() ? 'directory' : 'other';
			} catch (error) {
				if (isMissing(error)) return null;
				throw error;
			}
		},
		syncDirectory,
		inflateRaw,
		decodeUtf8,
		crc32: (data) => crc32(data),
		deflateRaw: (data) => deflateRawSync(data, { level: PART_LEVEL, memLevel: PART_MEMORY }),
		deflate: (data, dense = false) =>
			deflateSync(data, dense ? { level: 1, strategy: zlib.Z_HUFFMAN_ONLY } : { level: LEVEL }),
		unbrotli: (data, maxOutput) => brotliDecompressSync(data, { maxOutputLength: Math.max(1, maxOutput) }),
		sha256: (data) => hash('sha256', data),
		sha512: (data) => hash('sha512', data),
		uniqueName: () => randomUUID(),
		fonts: () => findFonts(fontFolders),
		today: () => {
			const now = new Date();
			return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
		},
	};
}

/** The new bytes of a paper are as readable for others, or as closed to them, as the old ones were. */
async function renameKeepingMode(from: string, to: string): Promise<void> {
	const source = lstatSync(from);
	const target = lstatSync(to, { throwIfNoEntry: false });
	const bits = 0o7777;
	if (source.isFile() && target?.isFile() === true && (source.mode & bits) !== (target.mode & bits))
		chmodSync(from, target.mode & bits);
	renameSync(from, to);
}

/** FAT, some network shares and some cloud folders have no second names; a full table of links is a reason too. */
async function secondName(from: string, to: string): Promise<boolean> {
	try {
		linkSync(from, to);
		return true;
	} catch {
		return false;
	}
}

/** Nobody may write it (the read-only mark of Windows, mode 0444), or this user may not. In place, as reading. */
async function isReadOnly(path: string): Promise<boolean> {
	const mode = modeOf(path);
	if (mode === null) return false;
	if ((mode & 0o222) === 0) return true;
	try {
		accessSync(path, constants.W_OK);
		return false;
	} catch {
		return true;
	}
}

/** Mode of a plain file; null for what is none or cannot be asked about. */
function modeOf(path: string): number | null {
	try {
		const stat = lstatSync(path, { throwIfNoEntry: false });
		return stat?.isFile() === true ? stat.mode : null;
	} catch {
		return null;
	}
}

/** In place, as reading: an apply writes hundreds of small files one after another and does nothing beside it. */
async function writeFlushed(path: string, bytes: Uint8Array, like?: string): Promise<void> {
	const model = like === undefined ? undefined : lstatSync(like, { throwIfNoEntry: false });
	const mode = model?.isFile() === true ? model.mode & 0o777 : null;
	const handle = openSync(
		path,
		constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC,
		// Closed until it has the permissions of its model: the umask may not give them at once.
		mode === null ? 0o600 | 0o044 : 0o600,
	);
	try {
		if (mode !== null && mode !== 0o600) fchmodSync(handle, mode);
		writeFileSync(handle, bytes);
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}

/** Windows cannot open a folder for flushing; renames there are journaled by the file system. */
async function syncDirectory(path: string): Promise<void> {
	if (process.platform === 'win32') return;
	const handle = openSync(path, constants.O_RDONLY);
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}

function isMissing(error: unknown): boolean {
	const code = (error as NodeJS.ErrnoException).code;
	return code === 'ENOENT' || code === 'ENOTDIR';
}

/** A folder with fonts and how `doctor` names its origin. */
export interface FontFolder {
	readonly path: string;
	readonly origin: FontSource['origin'];
}

/**
 * `.fonts` of the repository that the program runs from: set-up lays it down. The code stands in packages/cli/src,
 * bundled in packages/cli/dist or its parts.
 */
function packFolder(): string {
	const here = import.meta.dirname;
	return join(basename(here) === 'parts' ? dirname(here) : here, '../../..', '.fonts');
}

/** The office's own folder first, then the system's, then the font pack that the set-up laid down. */
export function defaultFontFolders(environment: NodeJS.ProcessEnv = process.env): readonly FontFolder[] {
	const home = homedir();
	const office = environment['BIANXU_FONTS'];
	const pack = environment['BIANXU_FONT_PACK'];
	const folders: FontFolder[] = [];
	if (office !== undefined && office !== '') folders.push({ path: office, origin: 'office' });
	folders.push({ path: join(home, '.bianxu', 'fonts'), origin: 'office' });
	if (process.platform === 'win32') {
		folders.push({ path: join(environment['WINDIR'] ?? 'C:\\Windows', 'Fonts'), origin: 'system' });
		const local = environment['LOCALAPPDATA'];
		if (local !== undefined) folders.push({ path: join(local, 'Microsoft', 'Windows', 'Fonts'), origin: 'system' });
	} else if (process.platform === 'darwin') {
		for (const path of ['/System/Library/Fonts', '/Library/Fonts', join(home, 'Library', 'Fonts')])
			folders.push({ path, origin: 'system' });
	} else {
		for (const path of [
			'/usr/share/fonts',
			'/usr/local/share/fonts',
			join(home, '.local', 'share', 'fonts'),
			join(home, '.fonts'),
		])
			folders.push({ path, origin: 'system' });
	}
	folders.push({ path: packFolder(), origin: 'pack' });
	if (pack !== undefined && pack !== '')
		for (const path of pack.split(process.platform === 'win32' ? ';' : ':')) folders.push({ path, origin: 'pack' });
	return folders;
}

const FONT_EXTENSION = /\.(?:ttf|otf|ttc|otc|woff2)$/i;
/** A font folder is a few levels deep (foundry/family); deeper is somebody's backup. */
const FONT_DEPTH = 5;

async function findFonts(folders: readonly FontFolder[]): Promise<readonly FontSource[]> {
	const found: FontSource[] = [];
	for (const folder of folders) await collect(folder.path, folder.origin, FONT_DEPTH, found);
	return found;
}

async function collect(path: string, origin: FontSource['origin'], depth: number, found: FontSource[]): Promise<void> {
	const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
	entries.sort((a, b) => (a.name < b.name ? -1 : 1));
	for (const entry of entries) {
		const full = join(path, entry.name);
		if (entry.isDirectory() && depth > 0) await collect(full, origin, depth - 1, found);
		else if (FONT_EXTENSION.test(entry.name))
			found.push({
				path: full,
				origin,
				read: async () => new Uint8Array(await readFile(full)),
				readPart: (start, length) => readPart(full, start, length),
			});
	}
}

async function readPart(path: string, start: number, length: number): Promise<Uint8Array> {
	const handle = await open(path, 'r');
	try {
		const buffer = new Uint8Array(length);
		const { bytesRead } = await handle.read(buffer, 0, length, start);
		return buffer.subarray(0, bytesRead);
	} finally {
		await handle.close();
	}
}
