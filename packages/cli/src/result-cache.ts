import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ReadingStore } from '@bianxu/engine';
import type { FileResult } from '@bianxu/model';
import { decodeUtf8 } from './native-decoding.ts';
import { VERSION } from './version.ts';

/** Results kept between runs, by content. Losing them costs time and nothing else. */
interface Cache<T> {
	/** Names this very program: its version and build. */
	readonly program: string;
	readonly get: (key: string) => T | undefined;
	readonly set: (key: string, result: T) => void;
	/** Writes what this run used and made. Entries that a run over other files left are kept, the newest first. */
	readonly save: () => Promise<void>;
}

/** Results of checks. */
export type ResultCache = Cache<FileResult>;

/** Readings of a packet's papers for its plans. */
export type ReadingCache = Cache<NonNullable<ReturnType<ReadingStore['get']>>>;

/** Beside the documents, because it quotes them: nothing of a paper leaves its folder. */
const PLACE = join('.bianxu', 'cache');
/** Files that a folder may have results of. */
const MOST = 2000;
/** Readings of papers as they were before, for somebody who tries two wordings in turn. */
const FORMER = 50;

/** First line of the file; the entries are the rest of it. */
interface Head {
	readonly version: 2;
	readonly program: string;
	/** Of the rest: papers are rewritten by what is kept here, so a damaged file is as good as none. */
	readonly sha256: string;
}

type Entries<T> = readonly (readonly [key: string, result: T])[];

/** The results of checks in a folder. */
export function openCache(folder: string): ResultCache {
	return open(join(folder, PLACE, 'lint.json'), MOST);
}

/** The readings of the packet in a folder; they quote its papers as the undo store beside them does. */
export function openReadings(folder: string): ReadingCache {
	return open(join(folder, PLACE, 'packet.json'), FORMER);
}

/** Opens a cache; what is not there, damaged or of another program is an empty one. */
function open<T>(file: string, former: number): Cache<T> {
	const program = programName();
	const before = read<T>(file, program);
	const used = new Map<string, T>();
	let changed = false;
	return {
		program,
		get: (key) => {
			const found = before.get(key);
			if (found !== undefined) used.set(key, found);
			return found;
		},
		set: (key, result) => {
			used.set(key, result);
			changed = true;
		},
		save: async () => {
			if (!changed) return;
			const others = [...before].filter(([key]) => !used.has(key));
			const entries = [...used, ...others.slice(0, former)].slice(0, MOST);
			await write(file, program, Buffer.from(JSON.stringify(entries satisfies Entries<T>)));
		},
	};
}

/** A build with the same version but other code is another program. */
function programName(): string {
	const here = import.meta.dirname;
	const built = statSync(join(here, 'program.cjs'), { throwIfNoEntry: false }) ?? statSync(join(here, 'main.ts'));
	return `${VERSION} ${built.size} ${built.mtimeMs}`;
}

function read<T>(file: string, program: string): ReadonlyMap<string, T> {
	try {
		const bytes = readFileSync(file);
		const end = bytes.indexOf('\n');
		const head = JSON.parse(bytes.toString('latin1', 0, end)) as Head;
		const rest = bytes.subarray(end + 1);
		if (head.version !== 2 || head.program !== program || head.sha256 !== sha256(rest)) return new Map();
		return new Map(JSON.parse(decodeUtf8(rest) ?? '') as Entries<T>);
	} catch {
		return new Map();
	}
}

function sha256(bytes: Uint8Array): string {
	return hash('sha256', bytes);
}

/** Beside, then renamed: a run that is stopped leaves the old cache. A folder that cannot be written to has no cache. */
async function write(file: string, program: string, rest: Uint8Array): Promise<void> {
	const head = JSON.stringify({ version: 2, program, sha256: sha256(rest) } satisfies Head);
	const beside = `${file}.${process.pid}`;
	try {
		await mkdir(dirname(file), { recursive: true });
		// For nobody else to read, whatever the folder allows: a cache is no paper that somebody hands on.
		await writeFile(beside, [`${head}\n`, rest], { mode: 0o600 });
		await rename(beside, file);
	} catch {
		await rm(beside, { force: true }).catch(() => undefined);
	}
}
