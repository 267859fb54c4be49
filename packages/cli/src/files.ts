import { lstatSync, readdirSync } from 'node:fs';
import { extname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/** One input file: absolute path for the engine, and the path as shown (relative to the caller's folder when inside it). */
export interface InputFile {
	readonly path: string;
	readonly shown: string;
	/** False when the file was found by walking a folder or a pattern: then other types are passed over in silence. */
	readonly named: boolean;
}

/** Something named on the command line that is not there. */
export interface MissingInput {
	readonly shown: string;
	readonly missing: true;
}

/**
 * Expands files, folders and patterns in the order they were named; the files of a folder sort by name. Folders are
 * walked for `extensions`; lock files of Word (`~$…`) and hidden names are passed over.
 */
export async function expandInputs(
	patterns: readonly string[],
	extensions: readonly string[],
	cwd: string,
): Promise<readonly (InputFile | MissingInput)[]> {
	const found: (InputFile | MissingInput)[] = [];
	const seen = new Set<string>();
	const add = (path: string, named: boolean): void => {
		if (seen.has(path)) return;
		seen.add(path);
		found.push({ path: posixPath(path), shown: shownPath(path, cwd), named });
	};
	for (const pattern of patterns) {
		const path = resolve(cwd, pattern);
		const kind = kindOf(path);
		if (kind === 'directory') for (const file of walk(path, extensions)) add(file, false);
		else if (kind === 'file') add(path, true);
		else if (/[*?[\]{}()!+@|\\]/.test(pattern)) {
			const { glob, isDynamicPattern } = await import('tinyglobby');
			if (!isDynamicPattern(pattern)) {
				found.push({ shown: pattern, missing: true });
				continue;
			}
			const matches = (await glob(pattern, { cwd, absolute: true, dot: false })).sort();
			if (matches.length === 0) found.push({ shown: pattern, missing: true });
			for (const file of matches)
				if (extensions.includes(extname(file).toLowerCase()) && !isLockFile(file)) add(resolve(file), false);
		} else found.push({ shown: pattern, missing: true });
	}
	return found;
}

/** Files below a folder; links to files are taken, links to folders are not followed. */
function walk(folder: string, extensions: readonly string[]): readonly string[] {
	const found: string[] = [];
	const open = [folder];
	for (let here = open.pop(); here !== undefined; here = open.pop()) {
		for (const entry of readdirSync(here, { withFileTypes: true })) {
			if (entry.name.startsWith('.')) continue;
			const path = join(here, entry.name);
			if (entry.isDirectory()) open.push(path);
			else if (
				(entry.isFile() || entry.isSymbolicLink()) &&
				extensions.includes(extname(entry.name).toLowerCase()) &&
				!isLockFile(path)
			)
				found.push(path);
		}
	}
	return found.sort();
}

function isLockFile(path: string): boolean {
	return /(?:^|[\\/])~\$[^\\/]*$/.test(path);
}

function kindOf(path: string): 'file' | 'directory' | null {
	try {
		const stat = lstatSync(path);
		return stat.isDirectory() ? 'directory' : 'file';
	} catch {
		return null;
	}
}

/** Path for messages: relative inside the caller's folder, absolute outside. */
export function shownPath(path: string, cwd: string): string {
	const short = relative(cwd, path);
	return short === '' || short.startsWith('..') || isAbsolute(short)
		? path.split(sep).join('/')
		: short.split(sep).join('/');
}

/** Paths inside the engine use '/', also on Windows. */
export function posixPath(path: string): string {
	return path.split(sep).join('/');
}
