import type { DirectoryEntry, World } from '@bianxu/model';
import { deflateSync, Inflate, zlibSync } from 'fflate';
import { sha256 } from './sha256.ts';

/** As on Node: zlib's default. */
const LEVEL = 6;
/** Compressed bytes inflated at a time. Deflate grows them at most 1032-fold, so a budget is overrun by 16 MB at most. */
const SLICE = 16 * 1024;

/**
 * World of the page: files in memory by absolute path, compression by fflate, no fonts. Pure JavaScript without DOM, so
 * the tests run it on Node too. `files` is read and changed in place; the caller puts the dropped files into it.
 */
export function browserWorld(files: Map<string, Uint8Array>): World {
	return {
		readFile: async (path) => existing(files, path),
		writeFile: async (path, bytes) => {
			files.set(path, bytes.slice());
		},
		rename: async (from, to) => {
			const bytes = existing(files, from);
			files.delete(from);
			files.set(to, bytes);
		},
		remove: async (path) => {
			for (const name of files.keys()) if (name === path || isInside(name, path)) files.delete(name);
		},
		makeDirectory: async () => {},
		list: async (path) => entriesOf(files, path),
		kindOf: async (path) => {
			if (files.has(path)) return 'file';
			return [...files.keys()].some((name) => isInside(name, path)) ? 'directory' : null;
		},
		syncDirectory: async () => {},
		inflateRaw,
		deflateRaw: (data) => deflateSync(data, { level: LEVEL }),
		deflate: (data) => zlibSync(data, { level: LEVEL }),
		sha256,
		uniqueName: () => crypto.randomUUID(),
		fonts: async () => [],
		today: () => localDay(new Date()),
	};
}

/** Raw inflate in slices: RangeError as soon as more than `maxOutput` bytes came out, Error on corrupt data. */
function inflateRaw(data: Uint8Array, maxOutput: number): Uint8Array {
	if (data.length === 0) throw new Error('inflate: no data');
	const parts: Uint8Array[] = [];
	let length = 0;
	const stream = new Inflate((part) => {
		length += part.length;
		if (length > maxOutput) throw new RangeError('inflate: over budget');
		parts.push(part);
	});
	for (let start = 0; start < data.length; start += SLICE) {
		stream.push(data.subarray(start, start + SLICE), start + SLICE >= data.length);
	}
	const whole = new Uint8Array(length);
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

function existing(files: ReadonlyMap<string, Uint8Array>, path: string): Uint8Array {
	const bytes = files.get(path);
	if (bytes === undefined) throw Object.assign(new Error(`no such file: ${path}`), { code: 'ENOENT' });
	return bytes;
}

function isInside(name: string, folder: string): boolean {
	return name.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

function entriesOf(files: ReadonlyMap<string, Uint8Array>, folder: string): readonly DirectoryEntry[] {
	const prefix = folder.endsWith('/') ? folder : `${folder}/`;
	const kinds = new Map<string, DirectoryEntry['kind']>();
	for (const path of files.keys()) {
		if (!path.startsWith(prefix)) continue;
		const rest = path.slice(prefix.length);
		const slash = rest.indexOf('/');
		if (slash === -1) kinds.set(rest, 'file');
		else kinds.set(rest.slice(0, slash), 'directory');
	}
	return [...kinds].map(([name, kind]) => ({ name, kind }));
}

function localDay(now: Date): string {
	const two = (value: number): string => String(value).padStart(2, '0');
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
