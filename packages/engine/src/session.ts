import type { World } from '@bianxu/model';
import type { SettingsFault } from './profile.ts';

/**
 * One working session over a World: keeps the results of each stage by content hash, so that the CLI, the language
 * server and the page never do the same work twice. Results are plain frozen data; forgetting them is always safe.
 */
export interface Session {
	readonly world: World;
	readonly assets: Assets;
	/** Result of `stage` for the content and settings named by `key`, computed once. */
	readonly remember: <T>(stage: string, key: string, compute: () => T) => T;
	/** Makes room for the results of this many files at once, so that a packet is not forgotten while it is read. */
	readonly reserve: (files: number) => void;
	/** Forgets the results of all but a few files from now on: for a command that looks at each file once. */
	readonly passOn: () => void;
	/** Keeps a fault of a settings file that was met on the way. */
	readonly noteFault: (fault: SettingsFault) => void;
	/** Faults of settings files so far, each once. */
	readonly faults: () => readonly SettingsFault[];
}

/** Compiled modules that ship beside the program and are read only when a verb needs them. */
export interface Assets {
	/** PDFium as WebAssembly, for reading submitted prints. */
	readonly pdfium: () => Promise<Uint8Array>;
}

/** A session without assets: reading prints then says that it cannot. */
export const NO_ASSETS: Assets = {
	pdfium: () => Promise.reject(new Error('pdfium.wasm is not available here')),
};

/** Entries kept per session; those not asked for longest go first. A packet has some dozens of files and a handful of stages each. */
const KEPT = 512;
/** Stages whose results hold a paper; the others (templates, settings files, fonts) are shared by many. */
const OF_PAPERS: ReadonlySet<string> = new Set(['open', 'read', 'outline', 'check', 'laid', 'plan-reading']);
/** Results of papers kept where each is looked at once: those of one, so that the last is garbage when the next comes. */
const FEW = 2;
/** Results kept of one file: as read, as recognised, as judged. */
const STAGES = 4;

/** Opens a session. Nothing is read until a verb asks. */
export function createSession(world: World, assets: Assets = NO_ASSETS): Session {
	const shared = new Map<string, unknown>();
	const papers = new Map<string, unknown>();
	let most = KEPT;
	const faults = new Map<string, SettingsFault>();
	return {
		world,
		assets,
		remember: <T>(stage: string, key: string, compute: () => T): T => {
			const name = `${stage}\u0000${key}`;
			const [kept, limit] = OF_PAPERS.has(stage) ? [papers, most] : [shared, KEPT];
			if (kept.has(name)) {
				const value = kept.get(name) as T;
				kept.delete(name);
				kept.set(name, value);
				return value;
			}
			const value = compute();
			kept.set(name, value);
			for (const oldest of kept.size > limit ? kept.keys() : []) {
				if (kept.size <= limit) break;
				kept.delete(oldest);
			}
			return value;
		},
		reserve: (files) => {
			most = Math.max(most, files * STAGES);
		},
		passOn: () => {
			most = FEW;
		},
		noteFault: (fault) => {
			faults.set(`${fault.path}\u0000${fault.problem.message.zh}`, fault);
		},
		faults: () => [...faults.values()],
	};
}
