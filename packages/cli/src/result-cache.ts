import { statSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileResult } from '@bianxu/model';
import { VERSION } from './version.ts';

/** Results of checks kept between runs, by content. Losing it costs time and nothing else. */
export interface ResultCache {
	/** Names this very program: its version and build. */
	readonly program: string;
	readonly get: (key: string) => FileResult | undefined;
	readonly set: (key: string, result: FileResult) => void;
	/** Writes what this run used and made. Entries that a run over other files left are kept, the newest first. */
	readonly save: () => Promise<void>;
}

/** Beside the documents, because it quotes them: nothing of a paper leaves its folder. */
const PLACE = join('.bianxu', 'cache', 'lint.json');
const MOST = 2000;

interface Kept {
	readonly version: 1;
	readonly program: string;
	readonly entries: readonly (readonly [key: string, result: FileResult])[];
}

/** Opens the cache of a folder; what is not there, damaged or of another program is an empty one. */
export async function openCache(folder: string): Promise<ResultCache> {
	const file = join(folder, PLACE);
	const program = programName();
	const before = await read(file, program);
	const used = new Map<string, FileResult>();
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
			const entries = [...used, ...others].slice(0, MOST);
			await write(file, JSON.stringify({ version: 1, program, entries } satisfies Kept));
		},
	};
}

/** A build with the same version but other code is another program. */
function programName(): string {
	const here = import.meta.dirname;
	const built = statSync(join(here, 'program.cjs'), { throwIfNoEntry: false }) ?? statSync(join(here, 'main.ts'));
	return `${VERSION} ${built.size} ${built.mtimeMs}`;
}

async function read(file: string, program: string): Promise<ReadonlyMap<string, FileResult>> {
	try {
		const kept = JSON.parse(await readFile(file, 'utf8')) as Kept;
		return kept.version === 1 && kept.program === program ? new Map(kept.entries) : new Map();
	} catch {
		return new Map();
	}
}

/** Beside, then renamed: a run that is stopped leaves the old cache. A folder that cannot be written to has no cache. */
async function write(file: string, text: string): Promise<void> {
	const beside = `${file}.${process.pid}`;
	try {
		await mkdir(dirname(file), { recursive: true });
		await writeFile(beside, text);
		await rename(beside, file);
	} catch {
		await rm(beside, { force: true }).catch(() => undefined);
	}
}
